using Amazon;
using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SSO;
using Amazon.SSOOIDC;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>
/// Gives the SDK the SSO clients of its own kind, by its registry. It would otherwise take the first assembly of the name in the
/// process, and in a session with AWS.Tools that is a foreign one whose types do not fit ours.
/// </summary>
internal static class SsoClients
{
    private static readonly Lazy<bool> Registered = new(() =>
    {
        GlobalRuntimeDependencyRegistry.Instance.RegisterSSOClient(
            context => new AmazonSSOClient(new AnonymousAWSCredentials(), Of(new AmazonSSOConfig(), context.SSOClientContextData.Region)));
        GlobalRuntimeDependencyRegistry.Instance.RegisterSSOOIDCClient(
            context => new AmazonSSOOIDCClient(new AnonymousAWSCredentials(), Of(new AmazonSSOOIDCConfig(), context.SSOOIDCClientContextData.Region)));
        return true;
    });

    /// <summary>To be called before the SDK makes credentials from an SSO login.</summary>
    internal static bool Register() => Registered.Value;

    private static TConfig Of<TConfig>(TConfig config, RegionEndpoint region)
        where TConfig : ClientConfig
    {
        config.RegionEndpoint = region;
        config.DisableLogging = true;
        return config;
    }
}

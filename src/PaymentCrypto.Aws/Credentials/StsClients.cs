using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.SecurityToken;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>
/// STS clients of our own copy of the SDK. The SDK would take the first assembly of the name in the process, and in a session with
/// AWS.Tools that is a foreign one whose types do not fit ours.
/// </summary>
internal static class StsClients
{
    internal static AmazonSecurityTokenServiceClient Create(AWSCredentials credentials, string region) => new(
        credentials,
        new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), AuthenticationRegion = region, DisableLogging = true });

    /// <summary>The client as the SDK's credential classes use it.</summary>
    internal static ICoreAmazonSTS Core(AmazonSecurityTokenServiceClient client) => client;
}

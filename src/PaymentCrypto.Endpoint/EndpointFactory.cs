using System.Globalization;
using System.Net;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint;

/// <summary>Starts endpoints. Found by name by the module, which cannot reference this assembly.</summary>
public sealed class EndpointFactory : IEndpointFactory
{
    /// <inheritdoc/>
    public IEndpoint Start(EndpointOptions options, Func<AccountScope, IPaymentCryptography> providers)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(providers);
        Check(options);
        return new HttpEndpoint(options, providers);
    }

    private static void Check(EndpointOptions options)
    {
        _ = new AccountScope(options.DefaultAccountId, options.DefaultRegion);
        if (options.Port is < 0 or > IPEndPoint.MaxPort)
        {
            throw Invalid(string.Create(CultureInfo.InvariantCulture,
                $"{options.Port} is not a TCP port; it must be from 0 (any free one) to {IPEndPoint.MaxPort}."));
        }

        if (!IPAddress.IsLoopback(options.Address) && options.AccessKeys.Count == 0)
        {
            throw new InvalidConfigurationException(
                "PcEndpointUnprotected",
                $"Listening on {options.Address} lets other machines call the endpoint, which signs and exports keys. Configure an access key, or listen on "
                    + "127.0.0.1.");
        }

        foreach (EndpointAccessKey key in options.AccessKeys)
        {
            if (string.IsNullOrEmpty(key.SecretAccessKey) || key.AccessKeyId.Length == 0 || !key.AccessKeyId.All(char.IsAsciiLetterOrDigit))
            {
                throw Invalid("An access key has an id of letters and digits and a secret that is not empty.");
            }
        }

        if (options.AccessKeys.GroupBy(key => key.AccessKeyId).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw Invalid($"The access key id {twice.Key} is configured twice.");
        }

        if (options.ManagementToken is { } token && (token.Length < 16 || !token.All(static character => character is > ' ' and <= '~')))
        {
            throw Invalid("A management token has at least 16 printable characters of ASCII and no spaces.");
        }

        CheckLimits(options.Limits);
    }

    private static void CheckLimits(EndpointLimits limits)
    {
        TimeSpan[] timeouts = [limits.IdleTimeout, limits.HeadTimeout, limits.BodyTimeout, limits.ResponseTimeout, limits.SignatureWindow];
        if (limits.MaxConnections < 1 || limits.MaxBodyBytes < 1 || limits.MaxHeadBytes < 1 || limits.StopTimeout < TimeSpan.Zero
            || Array.Exists(timeouts, timeout => timeout <= TimeSpan.Zero || timeout > TimeSpan.FromDays(1)))
        {
            throw Invalid("Every limit of an endpoint is above zero, and every timeout is at most one day.");
        }
    }

    private static InvalidConfigurationException Invalid(string message) => new("PcEndpointOptionsInvalid", message);
}

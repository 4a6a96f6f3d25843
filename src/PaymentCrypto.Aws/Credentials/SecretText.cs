using System.Net;
using System.Security;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>Takes a secret out of its wrapping for the AWS SDK, which holds keys as strings.</summary>
internal static class SecretText
{
    /// <returns>Null for an absent or empty secret.</returns>
    internal static string? Of(SecureString? secret) => secret is { Length: > 0 } ? new NetworkCredential(string.Empty, secret).Password : null;
}

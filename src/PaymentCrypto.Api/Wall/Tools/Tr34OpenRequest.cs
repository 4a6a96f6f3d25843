using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>What a receiver (KRD) brings to open a TR-34 token.</summary>
public sealed record Tr34OpenRequest
{
    /// <summary>The token: hex, PEM or base64.</summary>
    public required string Token { get; init; }

    /// <summary>The receiver's RSA private key and certificate.</summary>
    public required KeyExchangeCredential Recipient { get; init; }

    /// <summary>The sender's (KDH) signing certificate.</summary>
    public required X509Certificate2 Signer { get; init; }

    /// <summary>The direct issuer of <see cref="Signer"/>; null to check its validity only.</summary>
    public X509Certificate2? SignerIssuer { get; init; }

    /// <summary>The nonce that the receiver issued, 16 to 32 hex digits; null for a one-pass token.</summary>
    public string? RandomNonce { get; init; }

    /// <summary>The time of the check.</summary>
    public required DateTimeOffset ValidAt { get; init; }
}

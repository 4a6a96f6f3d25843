using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>What a sender (KDH) brings to wrap a key in a TR-34 token.</summary>
public sealed record Tr34WrapRequest
{
    /// <summary>The key to wrap. It stays the caller's.</summary>
    public required KeyMaterial Key { get; init; }

    /// <summary>What the header shall say.</summary>
    public required KeyBlockFields Fields { get; init; }

    /// <summary>The sender's RSA private key and certificate.</summary>
    public required KeyExchangeCredential Signer { get; init; }

    /// <summary>The receiver's (KRD) certificate.</summary>
    public required X509Certificate2 Recipient { get; init; }

    /// <summary>The receiver's nonce, 16 to 32 hex digits; null to make one of 8 bytes, unless there is a signing time.</summary>
    public string? RandomNonce { get; init; }

    /// <summary>The signing time: makes a one-pass token.</summary>
    public DateTimeOffset? SigningTime { get; init; }

    /// <summary>The layout: <c>Aws</c>, <c>AnnexB</c>, <c>AnnexBRepaired</c>, <c>Futurex</c> or <c>StrictCms</c>.</summary>
    public string Dialect { get; init; } = "Aws";
}

namespace PaymentCrypto.Api.Tools;

/// <summary>What there is to see of a TR-34 token without any key. Nothing in it is authenticated by reading it.</summary>
public sealed record Tr34Description
{
    /// <summary>The token, DER as upper-case hex.</summary>
    public required string Token { get; init; }

    /// <summary>The layout: <c>Aws</c>, <c>AnnexB</c>, <c>AnnexBRepaired</c>, <c>Futurex</c> or <c>StrictCms</c>.</summary>
    public required string Dialect { get; init; }

    /// <summary>The signed key block header.</summary>
    public required KeyBlockHeader Header { get; init; }

    /// <summary>The issuer in the name of the sender's (KDH) certificate.</summary>
    public required string SignerIssuer { get; init; }

    /// <summary>The serial number of the sender's (KDH) certificate, hex.</summary>
    public required string SignerSerialNumber { get; init; }

    /// <summary>The issuer in the name of the receiver's (KRD) certificate.</summary>
    public required string RecipientIssuer { get; init; }

    /// <summary>The serial number of the receiver's (KRD) certificate, hex.</summary>
    public required string RecipientSerialNumber { get; init; }

    /// <summary>The nonce of a two-pass token, upper-case hex; null in a one-pass token.</summary>
    public string? RandomNonce { get; init; }

    /// <summary>The signing time of a one-pass token.</summary>
    public DateTimeOffset? SigningTime { get; init; }

    /// <summary>Whether the message digest is that of the envelope.</summary>
    public required bool DigestMatches { get; init; }

    /// <summary>How the ephemeral key travels, in words.</summary>
    public required string KeyTransport { get; init; }

    /// <summary>The content cipher: <c>TripleDes</c>, <c>Aes128</c>, <c>Aes192</c>, <c>Aes256</c>, or its identifier when TR-34 does not use it.</summary>
    public required string Cipher { get; init; }

    /// <summary>How many certificates travel with the token.</summary>
    public int CertificateCount { get; init; }

    /// <summary>How many revocation lists travel with the token.</summary>
    public int RevocationListCount { get; init; }

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

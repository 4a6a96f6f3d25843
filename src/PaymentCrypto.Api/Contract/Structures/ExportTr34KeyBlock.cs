using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Export in a TR-34 key token.</summary>
public sealed record ExportTr34KeyBlock : ApiStructure
{
    /// <summary>The imported authority that signed the recipient's certificate: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? CertificateAuthorityPublicKeyIdentifier { get; init; }

    /// <summary>The recipient's certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? WrappingKeyCertificate { get; init; }

    /// <summary>The token of GetParametersForExport. An empty string means absent.</summary>
    [MemberPattern("(export-token-[0-9a-zA-Z]{16,64})?")]
    public string? ExportToken { get; init; }

    /// <summary>Our own RSA key that signs, in place of a token: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? SigningKeyIdentifier { get; init; }

    /// <summary>The certificate of our own signing key: base64 of its PEM text.</summary>
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? SigningKeyCertificate { get; init; }

    /// <summary>The edition of TR-34; one of <see cref="Api.Tr34KeyBlockFormat"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(Tr34KeyBlockFormat))]
    public string? KeyBlockFormat { get; init; }

    /// <summary>The nonce of the two-pass protocol: 8 to 16 bytes as hex. Absent means one pass.</summary>
    [MemberLength(16, 32)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    public string? RandomNonce { get; init; }

    /// <summary>What to write into the key block's header; absent keeps what the key has.</summary>
    public KeyBlockHeaders? KeyBlockHeaders { get; init; }
}

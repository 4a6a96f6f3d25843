using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Import of a TR-34 key token; the key's attributes come from its key block header.</summary>
public sealed record ImportTr34KeyBlock : ApiStructure
{
    /// <summary>The imported authority that signed the sender's certificate: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? CertificateAuthorityPublicKeyIdentifier { get; init; }

    /// <summary>The sender's signing certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? SigningKeyCertificate { get; init; }

    /// <summary>The token of GetParametersForImport. An empty string means absent.</summary>
    [MemberPattern("(import-token-[0-9a-zA-Z]{16,64})?")]
    public string? ImportToken { get; init; }

    /// <summary>Our own RSA key pair that unwraps, in place of a token: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? WrappingKeyIdentifier { get; init; }

    /// <summary>The certificate of our own wrapping key: base64 of its PEM text.</summary>
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? WrappingKeyCertificate { get; init; }

    /// <summary>The TR-34 token: DER as upper-case hex.</summary>
    [MemberRequired]
    [MemberLength(2, 4096)]
    [MemberPattern("[0-9A-F]+")]
    [Sensitive]
    public string? WrappedKeyBlock { get; init; }

    /// <summary>The edition of TR-34; one of <see cref="Api.Tr34KeyBlockFormat"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(Tr34KeyBlockFormat))]
    public string? KeyBlockFormat { get; init; }

    /// <summary>The nonce of the two-pass protocol: 8 to 16 bytes as hex. Absent means one pass.</summary>
    [MemberLength(16, 32)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    public string? RandomNonce { get; init; }
}

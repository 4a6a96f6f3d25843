using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Import of a certificate that an imported authority signed.</summary>
public sealed record TrustedCertificatePublicKey : ApiStructure
{
    /// <summary>What the key is and may do.</summary>
    [MemberRequired]
    public KeyAttributes? KeyAttributes { get; init; }

    /// <summary>The certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? PublicKeyCertificate { get; init; }

    /// <summary>The imported authority that signed this certificate: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? CertificateAuthorityPublicKeyIdentifier { get; init; }
}

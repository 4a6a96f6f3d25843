using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Export under an RSA public key with OAEP padding.</summary>
public sealed record ExportKeyCryptogram : ApiStructure
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

    /// <summary>The padding and its hash; one of <see cref="Api.WrappingKeySpec"/>.</summary>
    [MemberValues(typeof(WrappingKeySpec))]
    public string? WrappingSpec { get; init; }
}

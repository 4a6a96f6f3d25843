using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Import of a self-signed root certificate, the anchor for certificates that follow.</summary>
public sealed record RootCertificatePublicKey : ApiStructure
{
    /// <summary>What the key is and may do.</summary>
    [MemberRequired]
    public KeyAttributes? KeyAttributes { get; init; }

    /// <summary>The certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? PublicKeyCertificate { get; init; }
}

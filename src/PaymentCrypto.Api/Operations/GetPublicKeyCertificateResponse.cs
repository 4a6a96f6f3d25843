using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The certificate and its chain.</summary>
public sealed record GetPublicKeyCertificateResponse : ApiResponse
{
    /// <summary>The key's certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? KeyCertificate { get; init; }

    /// <summary>The chain above it, issuer first: base64 of the PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? KeyCertificateChain { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The certificate signing request.</summary>
public sealed record GetCertificateSigningRequestResponse : ApiResponse
{
    /// <summary>The PKCS #10 request: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    [Sensitive]
    public string? CertificateSigningRequest { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Makes a PKCS #10 request (RFC 2986) for an asymmetric key pair, signed by that key.</summary>
public sealed record GetCertificateSigningRequestRequest() : ApiRequest<GetCertificateSigningRequestResponse>("GetCertificateSigningRequest")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>The hash of the request's signature; one of <see cref="Api.SigningAlgorithmType"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(SigningAlgorithmType))]
    public string? SigningAlgorithm { get; init; }

    /// <summary>The subject to ask for.</summary>
    [MemberRequired]
    public CertificateSubjectType? CertificateSubject { get; init; }
}

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

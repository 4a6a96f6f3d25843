using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Reads the certificate that the service issues for the public half of an asymmetric key pair.</summary>
public sealed record GetPublicKeyCertificateRequest() : ApiRequest<GetPublicKeyCertificateResponse>("GetPublicKeyCertificate")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }
}

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

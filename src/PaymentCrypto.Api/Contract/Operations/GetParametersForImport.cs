using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Asks for an import token and the certificate of the RSA key under which the key to import has to be wrapped.</summary>
public sealed record GetParametersForImportRequest() : ApiRequest<GetParametersForImportResponse>("GetParametersForImport")
{
    /// <summary>What will be imported; one of <see cref="KeyMaterialType"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyMaterialType))]
    public string? KeyMaterialType { get; init; }

    /// <summary>The RSA key to wrap under; one of <see cref="KeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyAlgorithm))]
    public string? WrappingKeyAlgorithm { get; init; }

    /// <summary>True returns the last generated token if it has at least 7 days left; false or absent makes a new one.</summary>
    public bool? ReuseLastGeneratedToken { get; init; }
}

/// <summary>An import token and its wrapping certificate.</summary>
public sealed record GetParametersForImportResponse : ApiResponse
{
    /// <summary>The wrapping certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? WrappingKeyCertificate { get; init; }

    /// <summary>The chain above it, issuer first: base64 of the PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? WrappingKeyCertificateChain { get; init; }

    /// <summary>The algorithm of the wrapping key; one of <see cref="KeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyAlgorithm))]
    public string? WrappingKeyAlgorithm { get; init; }

    /// <summary>The token that names the wrapping key in ImportKey.</summary>
    [MemberRequired]
    [MemberPattern("(import-token-[0-9a-zA-Z]{16,64})?")]
    public string? ImportToken { get; init; }

    /// <summary>When token and certificate end.</summary>
    [MemberRequired]
    public DateTimeOffset? ParametersValidUntilTimestamp { get; init; }
}

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

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Asks for an export token and the certificate of the RSA key with which the service will sign the TR-34 token.</summary>
public sealed record GetParametersForExportRequest() : ApiRequest<GetParametersForExportResponse>("GetParametersForExport")
{
    /// <summary>What will be exported; one of <see cref="KeyMaterialType"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyMaterialType))]
    public string? KeyMaterialType { get; init; }

    /// <summary>The RSA key to sign with; one of <see cref="KeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyAlgorithm))]
    public string? SigningKeyAlgorithm { get; init; }

    /// <summary>True returns the last generated token if it has at least 7 days left; false or absent makes a new one.</summary>
    public bool? ReuseLastGeneratedToken { get; init; }
}

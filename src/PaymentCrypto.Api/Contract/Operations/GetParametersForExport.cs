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

/// <summary>An export token and its signing certificate.</summary>
public sealed record GetParametersForExportResponse : ApiResponse
{
    /// <summary>The signing certificate: base64 of its PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? SigningKeyCertificate { get; init; }

    /// <summary>The chain above it, issuer first: base64 of the PEM text.</summary>
    [MemberRequired]
    [MemberLength(1, 32768)]
    [MemberPattern(@"[^\[;\]<>]+")]
    public string? SigningKeyCertificateChain { get; init; }

    /// <summary>The algorithm of the signing key; one of <see cref="KeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyAlgorithm))]
    public string? SigningKeyAlgorithm { get; init; }

    /// <summary>The token that names the signing key in ExportKey.</summary>
    [MemberRequired]
    [MemberPattern("(export-token-[0-9a-zA-Z]{16,64})?")]
    public string? ExportToken { get; init; }

    /// <summary>When token and certificate end.</summary>
    [MemberRequired]
    public DateTimeOffset? ParametersValidUntilTimestamp { get; init; }
}

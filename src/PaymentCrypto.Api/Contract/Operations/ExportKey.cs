using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Wraps a key for another party, in the format that the one set member of <see cref="KeyMaterial"/> asks for.</summary>
public sealed record ExportKeyRequest() : ApiRequest<ExportKeyResponse>("ExportKey")
{
    /// <summary>The export format and what it needs.</summary>
    [MemberRequired]
    public ExportKeyMaterial? KeyMaterial { get; init; }

    /// <summary>The key to export: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? ExportKeyIdentifier { get; init; }

    /// <summary>What to do beside wrapping.</summary>
    public ExportAttributes? ExportAttributes { get; init; }
}

/// <summary>The wrapped key.</summary>
public sealed record ExportKeyResponse : ApiResponse
{
    /// <summary>The wrapped key.</summary>
    public WrappedKey? WrappedKey { get; init; }
}

using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api;

/// <summary>Makes every check of a key exchange with the keys, tokens and authorities of the store. Nothing is written.</summary>
public sealed record DiagnoseExchangeRequest() : LocalRequest<DiagnoseExchangeResponse>("DiagnoseExchange")
{
    /// <summary>The exchange.</summary>
    public required ExchangeEvidence Evidence { get; init; }
}

/// <summary>How the checks came out.</summary>
public sealed record DiagnoseExchangeResponse : ApiResponse
{
    /// <summary>The failures in the order of the checks, then what is unknown, then what passed.</summary>
    public required IReadOnlyList<ExchangeCheckResult> Results { get; init; }
}

using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api;

/// <summary>How the checks came out.</summary>
public sealed record DiagnoseExchangeResponse : ApiResponse
{
    /// <summary>The failures in the order of the checks, then what is unknown, then what passed.</summary>
    public required IReadOnlyList<ExchangeCheckResult> Results { get; init; }
}

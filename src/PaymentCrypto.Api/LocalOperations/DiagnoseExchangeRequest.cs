using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api;

/// <summary>Makes every check of a key exchange with the keys, tokens and authorities of the store. Nothing is written.</summary>
public sealed record DiagnoseExchangeRequest() : LocalRequest<DiagnoseExchangeResponse>("DiagnoseExchange")
{
    /// <summary>The exchange.</summary>
    public required ExchangeEvidence Evidence { get; init; }
}

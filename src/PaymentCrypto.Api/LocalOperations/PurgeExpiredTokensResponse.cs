namespace PaymentCrypto.Api;

/// <summary>How many tokens were destroyed.</summary>
public sealed record PurgeExpiredTokensResponse : ApiResponse
{
    /// <summary>The number of tokens.</summary>
    public required int Count { get; init; }
}

namespace PaymentCrypto.Api;

/// <summary>Destroys every expired token of the account and region, with its private key.</summary>
public sealed record PurgeExpiredTokensRequest() : LocalRequest<PurgeExpiredTokensResponse>("PurgeExpiredTokens");

/// <summary>How many tokens were destroyed.</summary>
public sealed record PurgeExpiredTokensResponse : ApiResponse
{
    /// <summary>The number of tokens.</summary>
    public required int Count { get; init; }
}

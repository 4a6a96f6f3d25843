namespace PaymentCrypto.Api;

/// <summary>One page of tokens.</summary>
public sealed record ListTokensResponse : ApiResponse
{
    /// <summary>The tokens, newest first.</summary>
    public required IReadOnlyList<TokenSummary> Tokens { get; init; }

    /// <summary>Where the next page starts; null on the last.</summary>
    public string? NextToken { get; init; }
}

namespace PaymentCrypto.Api;

/// <summary>Lists the import and export tokens of an account and region, newest first.</summary>
public sealed record ListTokensRequest() : LocalRequest<ListTokensResponse>("ListTokens")
{
    /// <summary>Only this direction; null for both. One of <see cref="TokenDirection"/>.</summary>
    public string? Direction { get; init; }

    /// <summary>Only this token.</summary>
    public string? Token { get; init; }

    /// <summary>Continue after the page that returned this.</summary>
    public string? NextToken { get; init; }

    /// <summary>Page size, 1 to 1,000; null for 100.</summary>
    public int? MaxResults { get; init; }
}

/// <summary>One page of tokens.</summary>
public sealed record ListTokensResponse : ApiResponse
{
    /// <summary>The tokens, newest first.</summary>
    public required IReadOnlyList<TokenSummary> Tokens { get; init; }

    /// <summary>Where the next page starts; null on the last.</summary>
    public string? NextToken { get; init; }
}

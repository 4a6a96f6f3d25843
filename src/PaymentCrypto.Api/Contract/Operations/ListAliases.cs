using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Lists the aliases of an account and region, page by page.</summary>
public sealed record ListAliasesRequest() : ApiRequest<ListAliasesResponse>("ListAliases")
{
    /// <summary>Only the aliases of this key: its full ARN.</summary>
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }

    /// <summary>Continue after the page that returned this.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }

    /// <summary>At most this many items on the page; absent means 50.</summary>
    [MemberRange(1, 100)]
    public int? MaxResults { get; init; }
}

/// <summary>One page of aliases.</summary>
public sealed record ListAliasesResponse : ApiResponse
{
    /// <summary>The aliases of this page.</summary>
    [MemberRequired]
    public IReadOnlyList<Alias>? Aliases { get; init; }

    /// <summary>Where the next page starts; absent on the last.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }
}

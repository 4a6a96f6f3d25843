using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Lists the keys of an account and region, page by page.</summary>
public sealed record ListKeysRequest() : ApiRequest<ListKeysResponse>("ListKeys")
{
    /// <summary>Only keys in this state; one of <see cref="Api.KeyState"/>.</summary>
    [MemberValues(typeof(KeyState))]
    public string? KeyState { get; init; }

    /// <summary>Continue after the page that returned this.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }

    /// <summary>At most this many items on the page; absent means 50.</summary>
    [MemberRange(1, 100)]
    public int? MaxResults { get; init; }
}

/// <summary>One page of keys.</summary>
public sealed record ListKeysResponse : ApiResponse
{
    /// <summary>The keys of this page.</summary>
    [MemberRequired]
    public IReadOnlyList<KeySummary>? Keys { get; init; }

    /// <summary>Where the next page starts; absent on the last.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

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

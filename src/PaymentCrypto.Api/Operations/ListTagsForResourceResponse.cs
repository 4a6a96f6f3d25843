using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>One page of tags.</summary>
public sealed record ListTagsForResourceResponse : ApiResponse
{
    /// <summary>The tags of this page.</summary>
    [MemberRequired]
    [MemberLength(0, 200)]
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>Where the next page starts; absent on the last.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }
}

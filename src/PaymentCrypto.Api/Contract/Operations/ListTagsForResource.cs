using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Lists the tags of a key, page by page.</summary>
public sealed record ListTagsForResourceRequest() : ApiRequest<ListTagsForResourceResponse>("ListTagsForResource")
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? ResourceArn { get; init; }

    /// <summary>Continue after the page that returned this.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }

    /// <summary>At most this many items on the page; absent means 50.</summary>
    [MemberRange(1, 100)]
    public int? MaxResults { get; init; }
}

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

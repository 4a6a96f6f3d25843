using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Sets tags on a key. A tag key that it has already gets the new value.</summary>
public sealed record TagResourceRequest() : ApiRequest<TagResourceResponse>("TagResource")
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? ResourceArn { get; init; }

    /// <summary>The tags to set, at most 200.</summary>
    [MemberRequired]
    [MemberLength(0, 200)]
    public IReadOnlyList<Tag>? Tags { get; init; }
}

/// <summary>Nothing beside the fact that it succeeded.</summary>
public sealed record TagResourceResponse : ApiResponse;

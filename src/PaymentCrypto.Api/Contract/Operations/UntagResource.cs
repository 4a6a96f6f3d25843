using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Removes tags from a key. A tag key that it does not have is passed over.</summary>
public sealed record UntagResourceRequest() : ApiRequest<UntagResourceResponse>("UntagResource")
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? ResourceArn { get; init; }

    /// <summary>The tag keys to remove.</summary>
    [MemberRequired]
    [MemberLength(0, 200)]
    [MemberLength(1, 128, Part = MemberPart.Items)]
    public IReadOnlyList<string>? TagKeys { get; init; }
}

/// <summary>Nothing beside the fact that it succeeded.</summary>
public sealed record UntagResourceResponse : ApiResponse;

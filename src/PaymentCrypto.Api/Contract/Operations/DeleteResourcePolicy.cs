using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Removes the resource policy of a key.</summary>
public sealed record DeleteResourcePolicyRequest() : ApiRequest<DeleteResourcePolicyResponse>("DeleteResourcePolicy")
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? ResourceArn { get; init; }
}

/// <summary>Nothing beside the fact that it succeeded.</summary>
public sealed record DeleteResourcePolicyResponse : ApiResponse;

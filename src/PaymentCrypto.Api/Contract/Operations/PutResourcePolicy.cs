using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Sets the resource policy of a key, in place of the one it has.</summary>
public sealed record PutResourcePolicyRequest() : ApiRequest<PutResourcePolicyResponse>("PutResourcePolicy")
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? ResourceArn { get; init; }

    /// <summary>The policy document: JSON text.</summary>
    [MemberRequired]
    [MemberLength(1, 20480)]
    [MemberPattern(@"[\u0009\u000A\u000D\u0020-\u00FF]+")]
    public string? Policy { get; init; }
}

/// <summary>The policy as stored.</summary>
public sealed record PutResourcePolicyResponse : ApiResponse
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? ResourceArn { get; init; }

    /// <summary>The policy document: JSON text.</summary>
    [MemberRequired]
    [MemberLength(1, 20480)]
    [MemberPattern(@"[\u0009\u000A\u000D\u0020-\u00FF]+")]
    public string? Policy { get; init; }
}

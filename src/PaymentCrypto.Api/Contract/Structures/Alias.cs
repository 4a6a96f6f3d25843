using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>A name for a key, unique in its account and region.</summary>
public sealed record Alias : ApiStructure
{
    /// <summary>The name with its prefix, <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 256)]
    [MemberPattern("alias/[a-zA-Z0-9/_-]+")]
    public string? AliasName { get; init; }

    /// <summary>The full ARN of the key; absent when the alias has none.</summary>
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }
}

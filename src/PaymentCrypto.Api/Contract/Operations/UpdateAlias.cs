using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Points an alias at another key, or at none.</summary>
public sealed record UpdateAliasRequest() : ApiRequest<UpdateAliasResponse>("UpdateAlias")
{
    /// <summary>The name with its prefix, <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 256)]
    [MemberPattern("alias/[a-zA-Z0-9/_-]+")]
    public string? AliasName { get; init; }

    /// <summary>The full ARN of the new key; absent unassigns the alias.</summary>
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }
}

/// <summary>The alias as it is now.</summary>
public sealed record UpdateAliasResponse : ApiResponse
{
    /// <summary>The alias.</summary>
    [MemberRequired]
    public Alias? Alias { get; init; }
}

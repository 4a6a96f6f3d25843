using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Reads which key an alias stands for.</summary>
public sealed record GetAliasRequest() : ApiRequest<GetAliasResponse>("GetAlias")
{
    /// <summary>The name with its prefix, <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 256)]
    [MemberPattern("alias/[a-zA-Z0-9/_-]+")]
    public string? AliasName { get; init; }
}

/// <summary>The alias.</summary>
public sealed record GetAliasResponse : ApiResponse
{
    /// <summary>The alias.</summary>
    [MemberRequired]
    public Alias? Alias { get; init; }
}

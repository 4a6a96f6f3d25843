using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Removes an alias. The key behind it stays as it is.</summary>
public sealed record DeleteAliasRequest() : ApiRequest<DeleteAliasResponse>("DeleteAlias")
{
    /// <summary>The alias to remove, <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 256)]
    [MemberPattern("alias/[a-zA-Z0-9/_-]+")]
    public string? AliasName { get; init; }
}

/// <summary>Nothing beside the fact that it succeeded.</summary>
public sealed record DeleteAliasResponse : ApiResponse;

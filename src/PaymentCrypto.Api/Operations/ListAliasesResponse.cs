using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>One page of aliases.</summary>
public sealed record ListAliasesResponse : ApiResponse
{
    /// <summary>The aliases of this page.</summary>
    [MemberRequired]
    public IReadOnlyList<Alias>? Aliases { get; init; }

    /// <summary>Where the next page starts; absent on the last.</summary>
    [MemberLength(1, 8192)]
    public string? NextToken { get; init; }
}

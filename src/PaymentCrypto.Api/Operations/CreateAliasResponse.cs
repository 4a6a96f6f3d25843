using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The new alias.</summary>
public sealed record CreateAliasResponse : ApiResponse
{
    /// <summary>The alias.</summary>
    [MemberRequired]
    public Alias? Alias { get; init; }
}

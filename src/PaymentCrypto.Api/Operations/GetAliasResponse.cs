using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The alias.</summary>
public sealed record GetAliasResponse : ApiResponse
{
    /// <summary>The alias.</summary>
    [MemberRequired]
    public Alias? Alias { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The alias as it is now.</summary>
public sealed record UpdateAliasResponse : ApiResponse
{
    /// <summary>The alias.</summary>
    [MemberRequired]
    public Alias? Alias { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The association that is now in place or awaits approval.</summary>
public sealed record AssociateMpaTeamResponse : ApiResponse
{
    /// <summary>The association.</summary>
    [MemberRequired]
    public MpaTeamAssociation? MpaTeamAssociation { get; init; }
}

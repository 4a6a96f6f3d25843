using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The association as it is now.</summary>
public sealed record DisassociateMpaTeamResponse : ApiResponse
{
    /// <summary>The association.</summary>
    [MemberRequired]
    public MpaTeamAssociation? MpaTeamAssociation { get; init; }
}

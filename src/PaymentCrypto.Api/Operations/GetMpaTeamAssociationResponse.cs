using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The association.</summary>
public sealed record GetMpaTeamAssociationResponse : ApiResponse
{
    /// <summary>The association.</summary>
    [MemberRequired]
    public MpaTeamAssociation? MpaTeamAssociation { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Reads which MPA team guards an operation of this account.</summary>
public sealed record GetMpaTeamAssociationRequest() : ApiRequest<GetMpaTeamAssociationResponse>("GetMpaTeamAssociation")
{
    /// <summary>The guarded operation; one of <see cref="Api.MpaOperation"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MpaOperation))]
    public string? Action { get; init; }
}

/// <summary>The association.</summary>
public sealed record GetMpaTeamAssociationResponse : ApiResponse
{
    /// <summary>The association.</summary>
    [MemberRequired]
    public MpaTeamAssociation? MpaTeamAssociation { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Asks to release an operation of this account from the approval of its MPA team.</summary>
public sealed record DisassociateMpaTeamRequest() : ApiRequest<DisassociateMpaTeamResponse>("DisassociateMpaTeam")
{
    /// <summary>The guarded operation; one of <see cref="Api.MpaOperation"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MpaOperation))]
    public string? Action { get; init; }

    /// <summary>A note for the approvers, at most 200 characters.</summary>
    [MemberLength(0, 200)]
    [Sensitive]
    public string? RequesterComment { get; init; }
}

/// <summary>The association as it is now.</summary>
public sealed record DisassociateMpaTeamResponse : ApiResponse
{
    /// <summary>The association.</summary>
    [MemberRequired]
    public MpaTeamAssociation? MpaTeamAssociation { get; init; }
}

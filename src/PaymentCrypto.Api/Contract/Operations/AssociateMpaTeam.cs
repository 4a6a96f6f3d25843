using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Puts an operation of this account under the approval of a multi-party approval (MPA) team.</summary>
public sealed record AssociateMpaTeamRequest() : ApiRequest<AssociateMpaTeamResponse>("AssociateMpaTeam")
{
    /// <summary>The guarded operation; one of <see cref="Api.MpaOperation"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MpaOperation))]
    public string? Action { get; init; }

    /// <summary>The ARN of the approval team.</summary>
    [MemberRequired]
    [MemberLength(20, 2048)]
    [MemberPattern("arn:aws(-[^:]+)?:mpa:[a-z0-9-]{1,20}:[0-9]{12}:approval-team/[a-zA-Z0-9._-]+")]
    public string? MpaTeamArn { get; init; }

    /// <summary>A note for the approvers, at most 200 characters.</summary>
    [MemberLength(0, 200)]
    [Sensitive]
    public string? RequesterComment { get; init; }
}

/// <summary>The association that is now in place or awaits approval.</summary>
public sealed record AssociateMpaTeamResponse : ApiResponse
{
    /// <summary>The association.</summary>
    [MemberRequired]
    public MpaTeamAssociation? MpaTeamAssociation { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>An operation and the MPA team that guards it.</summary>
public sealed record MpaTeamAssociation : ApiStructure
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

    /// <summary>The state of the association; one of <see cref="Api.AssociationState"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(AssociationState))]
    public string? AssociationState { get; init; }

    /// <summary>The approval session; absent when none is needed.</summary>
    public MpaStatus? MpaStatus { get; init; }
}

namespace PaymentCrypto.Api;

/// <summary>One approval session of the local engine.</summary>
public sealed record MpaSessionSummary : ApiStructure
{
    /// <summary>The session's ARN.</summary>
    public required string MpaSessionArn { get; init; }

    /// <summary>The protected operation; one of <see cref="MpaOperation"/>.</summary>
    public required string Action { get; init; }

    /// <summary>One of <see cref="SessionStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it ended as it did; null unless it failed.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset InitiationDate { get; init; }

    /// <summary>What is to be approved: <c>ImportKey</c>, <c>ReplaceTeam</c> or <c>RemoveTeam</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>What the requester wrote for the approvers.</summary>
    public string? RequesterComment { get; init; }

    /// <summary>The key that waits; null unless it is an import.</summary>
    public string? KeyArn { get; init; }

    /// <summary>The team that is to take over; null unless a team is replaced.</summary>
    public string? MpaTeamArn { get; init; }
}

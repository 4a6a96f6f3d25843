namespace PaymentCrypto.Api;

/// <summary>Approves or denies a pending session in place of its team, so that both outcomes can be rehearsed.</summary>
public sealed record DecideMpaSessionRequest() : LocalRequest<DecideMpaSessionResponse>("DecideMpaSession")
{
    /// <summary>The session.</summary>
    public required string MpaSessionArn { get; init; }

    /// <summary>True approves, false denies.</summary>
    public required bool Approve { get; init; }
}

/// <summary>The session after the decision.</summary>
public sealed record DecideMpaSessionResponse : ApiResponse
{
    /// <summary>The session.</summary>
    public required MpaSessionSummary Session { get; init; }
}

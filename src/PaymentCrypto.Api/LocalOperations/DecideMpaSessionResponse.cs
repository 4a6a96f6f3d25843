namespace PaymentCrypto.Api;

/// <summary>The session after the decision.</summary>
public sealed record DecideMpaSessionResponse : ApiResponse
{
    /// <summary>The session.</summary>
    public required MpaSessionSummary Session { get; init; }
}

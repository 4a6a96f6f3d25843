namespace PaymentCrypto.Api;

/// <summary>The approval sessions.</summary>
public sealed record ListMpaSessionsResponse : ApiResponse
{
    /// <summary>The sessions, oldest first.</summary>
    public required IReadOnlyList<MpaSessionSummary> Sessions { get; init; }
}

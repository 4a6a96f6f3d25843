namespace PaymentCrypto.Api;

/// <summary>Lists the approval sessions of an account and region, oldest first.</summary>
public sealed record ListMpaSessionsRequest() : LocalRequest<ListMpaSessionsResponse>("ListMpaSessions");

/// <summary>The approval sessions.</summary>
public sealed record ListMpaSessionsResponse : ApiResponse
{
    /// <summary>The sessions, oldest first.</summary>
    public required IReadOnlyList<MpaSessionSummary> Sessions { get; init; }
}

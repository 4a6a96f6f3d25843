namespace PaymentCrypto.Api;

/// <summary>Lists the approval sessions of an account and region, oldest first.</summary>
public sealed record ListMpaSessionsRequest() : LocalRequest<ListMpaSessionsResponse>("ListMpaSessions");

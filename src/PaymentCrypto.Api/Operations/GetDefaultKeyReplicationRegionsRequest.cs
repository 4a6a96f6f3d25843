namespace PaymentCrypto.Api;

/// <summary>Reads the list of regions to which new keys are replicated by default.</summary>
public sealed record GetDefaultKeyReplicationRegionsRequest() : ApiRequest<GetDefaultKeyReplicationRegionsResponse>("GetDefaultKeyReplicationRegions");

namespace PaymentCrypto.Api;

/// <summary>Destroys every expired token of the account and region, with its private key.</summary>
public sealed record PurgeExpiredTokensRequest() : LocalRequest<PurgeExpiredTokensResponse>("PurgeExpiredTokens");

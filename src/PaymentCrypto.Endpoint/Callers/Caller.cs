using PaymentCrypto.Api;

namespace PaymentCrypto.Endpoint.Callers;

/// <summary>Who calls, and for which account and region.</summary>
/// <param name="Scope">The account and region.</param>
/// <param name="AccessKeyId">The access key id; null for an unsigned request.</param>
internal sealed record Caller(AccountScope Scope, string? AccessKeyId);

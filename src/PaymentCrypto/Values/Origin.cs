namespace PaymentCrypto.Values;

/// <summary>Where an answer comes from, for the objects that say so.</summary>
/// <param name="Provider">Who answered.</param>
/// <param name="AccountId">The account, 12 digits; null on AWS, where only the service knows it.</param>
/// <param name="Region">The region.</param>
/// <param name="Clock">The provider's clock, which is the one that expiry is about.</param>
internal sealed record Origin(ProviderName Provider, string? AccountId, string Region, TimeProvider Clock);

namespace PaymentCrypto.Api.Tools;

/// <summary>A clear key under which something may be wrapped.</summary>
/// <param name="Name">What to call it in a finding.</param>
/// <param name="Key">The key.</param>
public sealed record ExchangeKey(string Name, KeyMaterial Key);

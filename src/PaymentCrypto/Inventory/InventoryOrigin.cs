namespace PaymentCrypto.Inventory;

/// <summary>Where and when an inventory is taken.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="AccountId">The account; null where only the service knows it.</param>
/// <param name="Region">The region.</param>
/// <param name="Time">The provider's time, UTC.</param>
internal sealed record InventoryOrigin(string Provider, string? AccountId, string Region, DateTime Time);

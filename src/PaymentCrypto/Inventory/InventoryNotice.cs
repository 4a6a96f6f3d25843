namespace PaymentCrypto.Inventory;

/// <summary>Something in an inventory that somebody should look at.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What there is to say.</param>
/// <param name="Severity"><c>bad</c> or <c>warn</c>.</param>
/// <param name="When">When it will happen or has happened, UTC.</param>
internal sealed record InventoryNotice(string Name, string Text, string Severity, DateTime? When);

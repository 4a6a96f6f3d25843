namespace PaymentCrypto.Api.Tools;

/// <summary>A component of a key as it was entered.</summary>
/// <param name="Value">The component.</param>
/// <param name="CheckValue">The check value on its paper; null when it has none.</param>
public sealed record EnteredComponent(KeyMaterial Value, string? CheckValue);

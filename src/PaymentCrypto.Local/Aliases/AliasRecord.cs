namespace PaymentCrypto.Local.Aliases;

/// <summary>One alias as it is stored.</summary>
/// <param name="Name">With its prefix <c>alias/</c>.</param>
/// <param name="KeyId">The key that it stands for; null when it stands for none.</param>
internal sealed record AliasRecord(string Name, string? KeyId);

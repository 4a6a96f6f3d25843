namespace PaymentCrypto.Tests.Local.Aliases;

/// <summary>A generated alias name.</summary>
public sealed record AliasName(string Text);

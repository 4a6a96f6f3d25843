namespace PaymentCrypto.Values;

/// <summary>The kinds of things in an inventory.</summary>
internal static class InventoryKind
{
    /// <summary>A key.</summary>
    public const string Key = "Key";

    /// <summary>An alias without a key; those with one stand with their key.</summary>
    public const string Alias = "Alias";

    /// <summary>An import or export token of the local engine.</summary>
    public const string Token = "Token";

    /// <summary>All of them.</summary>
    public static string[] All => [Key, Alias, Token];
}

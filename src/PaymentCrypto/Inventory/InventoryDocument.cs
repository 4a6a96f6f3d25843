namespace PaymentCrypto.Inventory;

/// <summary>The written form of an inventory.</summary>
internal sealed class InventoryDocument
{
    /// <summary>What <see cref="Format"/> has to say.</summary>
    public const string FormatName = "paymentcrypto-key-inventory";

    /// <summary>The version that this module writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Tells it from other JSON.</summary>
    public string? Format { get; set; }

    /// <summary>The version of the format.</summary>
    public int Version { get; set; }

    /// <summary>The items.</summary>
    public List<KeyInventoryItem>? Items { get; set; }
}

namespace PaymentCrypto.Inventory;

/// <summary>Writes an inventory as it comes, item after item.</summary>
internal interface IInventoryWriter : IDisposable
{
    /// <summary>Says where and when the inventory is taken; only a report for people tells it apart from the items.</summary>
    void Begin(InventoryOrigin origin)
    {
    }

    /// <summary>Writes one item.</summary>
    void Write(KeyInventoryItem item);

    /// <summary>Writes what comes after the last item.</summary>
    void Finish();
}

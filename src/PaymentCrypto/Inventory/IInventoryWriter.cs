namespace PaymentCrypto.Inventory;

/// <summary>Writes an inventory as it comes, item after item.</summary>
internal interface IInventoryWriter : IDisposable
{
    /// <summary>Writes one item.</summary>
    void Write(KeyInventoryItem item);

    /// <summary>Writes what comes after the last item.</summary>
    void Finish();
}

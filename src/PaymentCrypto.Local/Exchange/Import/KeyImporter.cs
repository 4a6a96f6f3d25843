using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>One format of ImportKey.</summary>
internal abstract class KeyImporter
{
    /// <summary>Whether the request uses this format.</summary>
    public abstract bool Handles(ImportKeyMaterial material);

    /// <summary>Checks and opens what the request carries. Reads the store, writes nothing.</summary>
    public abstract ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context);
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>One format of ExportKey.</summary>
internal abstract class KeyExporter
{
    /// <summary>Whether the request uses this format.</summary>
    public abstract bool Handles(ExportKeyMaterial material);

    /// <summary>Checks what the request names and wraps the key. Reads the store, writes nothing.</summary>
    public abstract WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context);
}

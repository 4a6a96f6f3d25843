using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>TR-31 key blocks under a key of the store: version B under TDES, D under AES.</summary>
internal sealed class Tr31Exporter(WrappingKeys wrappingKeys) : KeyExporter
{
    /// <inheritdoc/>
    public override bool Handles(ExportKeyMaterial material) => material.Tr31KeyBlock is not null;

    /// <inheritdoc/>
    public override WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context)
    {
        ExportTr31KeyBlock request = material.Tr31KeyBlock!;
        (KeyRecord wrapping, KeyBlockProtectionKey kbpk) = wrappingKeys.Open(connection, context.Scope, request.WrappingKeyIdentifier!, unwrapping: false);
        using (kbpk)
        {
            KeyStrength.RequireSymmetric(key.Attributes.KeyAlgorithm!, wrapping.Attributes.KeyAlgorithm!);
            return new WrappedMaterial(wrapping.Arn, WrappedKeyMaterialFormat.Tr31KeyBlock, Tr31Export.Wrap(key, kbpk, request.KeyBlockHeaders));
        }
    }
}

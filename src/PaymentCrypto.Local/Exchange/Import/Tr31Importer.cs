using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>TR-31 key blocks under a key of the store.</summary>
internal sealed class Tr31Importer(WrappingKeys wrappingKeys, Conformance conformance) : KeyImporter
{
    /// <inheritdoc/>
    public override bool Handles(ImportKeyMaterial material) => material.Tr31KeyBlock is not null;

    /// <inheritdoc/>
    public override ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context)
    {
        ImportTr31KeyBlock block = material.Tr31KeyBlock!;
        (KeyRecord key, KeyBlockProtectionKey kbpk) = wrappingKeys.Open(connection, context.Scope, block.WrappingKeyIdentifier!, unwrapping: true);
        using (kbpk)
        {
            return Tr31Import.Unwrap(block.WrappedKeyBlock!, kbpk, algorithm => KeyStrength.RequireSymmetric(algorithm, key.Attributes.KeyAlgorithm!),
                conformance);
        }
    }
}

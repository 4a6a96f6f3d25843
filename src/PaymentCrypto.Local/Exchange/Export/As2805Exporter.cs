using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>Keys under a variant of a key encryption key, as in AS 2805.6.1.</summary>
internal sealed class As2805Exporter(WrappingKeys wrappingKeys) : KeyExporter
{
    /// <inheritdoc/>
    public override bool Handles(ExportKeyMaterial material) => material.As2805KeyCryptogram is not null;

    /// <inheritdoc/>
    public override WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context)
    {
        ExportAs2805KeyCryptogram request = material.As2805KeyCryptogram!;
        string usage = As2805Variants.UsageOf(request.As2805KeyVariant!);
        if (key.Attributes.KeyUsage != usage)
        {
            throw new ValidationException(
                $"As2805KeyVariant {request.As2805KeyVariant} is for keys with usage {usage}; the key has {key.Attributes.KeyUsage}.");
        }

        (KeyRecord wrapping, SecretBuffer kek) = wrappingKeys.OpenKek(connection, context.Scope, request.WrappingKeyIdentifier!, unwrapping: false);
        using (kek)
        {
            KeyStrength.RequireTdes(key.Attributes.KeyAlgorithm!, wrapping.Attributes.KeyAlgorithm!);
            byte[] cryptogram =
                Refusals.Of("As2805KeyVariant", () => As2805Cryptogram.Wrap(kek.Span, As2805Variants.ToVariant(request.As2805KeyVariant!), key.Material.Span));
            return new WrappedMaterial(wrapping.Arn, WrappedKeyMaterialFormat.KeyCryptogram, Convert.ToHexString(cryptogram));
        }
    }
}

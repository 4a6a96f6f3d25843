using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>Keys under a variant of a key encryption key, as in AS 2805.6.1.</summary>
internal sealed class As2805Importer(WrappingKeys wrappingKeys) : KeyImporter
{
    /// <inheritdoc/>
    public override bool Handles(ImportKeyMaterial material) => material.As2805KeyCryptogram is not null;

    /// <inheritdoc/>
    public override ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context)
    {
        ImportAs2805KeyCryptogram cryptogram = material.As2805KeyCryptogram!;
        (KeyRecord key, SecretBuffer kek) = wrappingKeys.OpenKek(connection, context.Scope, cryptogram.WrappingKeyIdentifier!, unwrapping: true);
        using (kek)
        {
            KeyStrength.RequireTdes(cryptogram.KeyAlgorithm!, key.Attributes.KeyAlgorithm!);
            SecretBuffer clear = Refusals.Of("WrappedKeyCryptogram", () =>
                As2805Cryptogram.Unwrap(kek.Span, As2805Variants.ToVariant(cryptogram.As2805KeyVariant!),
                    HexText.Parse(cryptogram.WrappedKeyCryptogram!, "cryptogram")));
            if (clear.Length != SymmetricLength.Of(cryptogram.KeyAlgorithm!))
            {
                int length = clear.Length;
                clear.Dispose();
                throw new ValidationException($"WrappedKeyCryptogram holds a key of {length} bytes; KeyAlgorithm {cryptogram.KeyAlgorithm} has "
                    + $"{SymmetricLength.Of(cryptogram.KeyAlgorithm!)}.");
            }

            return new ImportedKey
            {
                Attributes = new KeyAttributes
                {
                    KeyUsage = As2805Variants.UsageOf(cryptogram.As2805KeyVariant!),
                    KeyClass = KeyClass.SymmetricKey,
                    KeyAlgorithm = cryptogram.KeyAlgorithm,
                    KeyModesOfUse = cryptogram.KeyModesOfUse,
                },
                Exportable = cryptogram.Exportable == true,
                Material = clear,
            };
        }
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>Raw keys under RSA-OAEP. Nothing in the cryptogram says what key it is, so the request does.</summary>
internal sealed class KeyCryptogramImporter(ExchangeTokens tokens) : KeyImporter
{
    /// <inheritdoc/>
    public override bool Handles(ImportKeyMaterial material) => material.KeyCryptogram is not null;

    /// <inheritdoc/>
    public override ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context)
    {
        ImportKeyCryptogram cryptogram = material.KeyCryptogram!;
        KeyAttributes attributes = cryptogram.KeyAttributes!;
        if (attributes.KeyClass != KeyClass.SymmetricKey)
        {
            throw new ValidationException($"KeyClass {attributes.KeyClass} cannot be imported as a key cryptogram: use SYMMETRIC_KEY.");
        }

        if (string.IsNullOrEmpty(cryptogram.ImportToken))
        {
            throw new ValidationException(
                "ImportToken is empty: a key cryptogram is opened with the key of an import token. Get one with GetParametersForImport.");
        }

        (TokenRecord token, RsaKeyLease privateKey) =
            tokens.Open(connection, cryptogram.ImportToken, TokenDirection.Import, KeyMaterialType.KeyCryptogram, context);
        using (privateKey)
        {
            KeyStrength.RequireRsa(attributes.KeyAlgorithm!, token.Kind.KeyAlgorithm);
            SecretBuffer clear = Refusals.Of("WrappedKeyCryptogram", () => RsaKeyCryptogram.Unwrap(
                HexText.Parse(cryptogram.WrappedKeyCryptogram!,
                    "cryptogram"), privateKey.Key, WrappingSpecs.HashOf(cryptogram.WrappingSpec), SymmetricLength.Of(attributes.KeyAlgorithm!)));
            return new ImportedKey { Attributes = attributes, Exportable = cryptogram.Exportable == true, Material = clear };
        }
    }
}

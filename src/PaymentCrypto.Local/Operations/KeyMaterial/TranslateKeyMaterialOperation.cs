using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.KeyMaterial;

/// <summary>
/// TranslateKeyMaterial: takes a key out of a TR-31 block under an ECDH key and puts it, with the same header, under a key encryption key
/// of the store (SPEC 6.4.10). The key itself is never stored.
/// </summary>
internal sealed class TranslateKeyMaterialOperation(DataRates rates, DataKeys keys, StoreDatabase database, KeyAgreements agreements)
    : DataOperation<TranslateKeyMaterialRequest, TranslateKeyMaterialResponse>(rates)
{
    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(TranslateKeyMaterialRequest request) => true;

    /// <inheritdoc/>
    protected override TranslateKeyMaterialResponse Answer(TranslateKeyMaterialRequest request, OperationContext context)
    {
        IncomingDiffieHellmanTr31KeyBlock incoming = request.IncomingKeyMaterial!.DiffieHellmanTr31KeyBlock!;
        using OpenedKey wrapping =
            keys.Lend(context, "WrappingKeyIdentifier", request.OutgoingKeyMaterial!.Tr31KeyBlock!.WrappingKeyIdentifier!, KeyRules.OutgoingKeyProtection);
        using OpenedKey pair = keys.Lend(context, "PrivateKeyIdentifier", incoming.PrivateKeyIdentifier!, KeyRules.KeyAgreement);
        (_, KeyBlockProtectionKey agreed) = database.ReadConsistently(connection => agreements.Agree(connection, context, TermsOf(incoming)));
        using (agreed)
        {
            using KeyBlockProtectionKey kbpk = WrappingKeys.ProtectionKeyOf(wrapping.Attributes.KeyAlgorithm!, wrapping.Material);
            Tr31KeyBlock block = Refusals.Of("WrappedKeyBlock", () => Tr31KeyBlock.Parse(incoming.WrappedKeyBlock!));
            KeyBlockMapping.RequireKnown(block.Header);
            using Tr31UnwrappedKey key = Refusals.Of("WrappedKeyBlock", () => block.Unwrap(agreed));
            int length = key.Key.Length;
            string algorithm = Refusals.AfterDecryption("WrappedKeyBlock", () =>
            {
                string found = KeyBlockMapping.ToAttributes(block.Header, length).KeyAlgorithm!;
                KeyAgreements.RequireStrength(found, pair.Record, incoming.DeriveKeyAlgorithm!);
                KeyStrength.RequireSymmetric(found, wrapping.Attributes.KeyAlgorithm!);
                return found;
            });
            if (!KeyBlockMapping.IsExportable(block.Header))
            {
                throw new ValidationException("WrappedKeyBlock carries a key that is not exportable (N in its header): it cannot be put under another key.");
            }

            Tr31KeyBlockHeader header = block.Header with { Version = kbpk.PreferredVersion };
            return new TranslateKeyMaterialResponse
            {
                WrappedKey = new WrappedWorkingKey
                {
                    WrappedKeyMaterial = Tr31KeyBlock.Wrap(header, key.Key, kbpk).Text,
                    WrappedKeyMaterialFormat = WrappedKeyMaterialFormat.Tr31KeyBlock,
                    KeyCheckValue = CheckValues.OfSymmetric(algorithm, key.Key, request.KeyCheckValueAlgorithm).Value,
                },
            };
        }
    }

    private static KeyAgreementTerms TermsOf(IncomingDiffieHellmanTr31KeyBlock incoming) => new()
    {
        PrivateKeyIdentifier = incoming.PrivateKeyIdentifier!,
        AuthorityIdentifier = incoming.CertificateAuthorityPublicKeyIdentifier!,
        PeerCertificate = incoming.PublicKeyCertificate!,
        DeriveKeyAlgorithm = incoming.DeriveKeyAlgorithm!,
        Function = incoming.KeyDerivationFunction!,
        Hash = incoming.KeyDerivationHashAlgorithm!,
        SharedInformation = incoming.DerivationData!.SharedInformation!,
    };
}

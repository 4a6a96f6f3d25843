using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>TR-31 key blocks under a key that both parties derive by ECDH.</summary>
internal sealed class EcdhImporter(KeyAgreements agreements, Conformance conformance) : KeyImporter
{
    /// <inheritdoc/>
    public override bool Handles(ImportKeyMaterial material) => material.DiffieHellmanTr31KeyBlock is not null;

    /// <inheritdoc/>
    public override ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context)
    {
        ImportDiffieHellmanTr31KeyBlock block = material.DiffieHellmanTr31KeyBlock!;
        (KeyRecord pair, KeyBlockProtectionKey kbpk) = agreements.Agree(connection, context, new KeyAgreementTerms
        {
            PrivateKeyIdentifier = block.PrivateKeyIdentifier!,
            AuthorityIdentifier = block.CertificateAuthorityPublicKeyIdentifier!,
            PeerCertificate = block.PublicKeyCertificate!,
            DeriveKeyAlgorithm = block.DeriveKeyAlgorithm!,
            Function = block.KeyDerivationFunction!,
            Hash = block.KeyDerivationHashAlgorithm!,
            SharedInformation = block.DerivationData!.SharedInformation!,
        });
        using (kbpk)
        {
            return Tr31Import.Unwrap(block.WrappedKeyBlock!, kbpk, algorithm => KeyAgreements.RequireStrength(algorithm, pair, block.DeriveKeyAlgorithm!),
                conformance);
        }
    }
}

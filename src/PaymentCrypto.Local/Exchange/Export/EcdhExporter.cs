using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>TR-31 key blocks under a key that both parties derive by ECDH.</summary>
internal sealed class EcdhExporter(KeyAgreements agreements) : KeyExporter
{
    /// <inheritdoc/>
    public override bool Handles(ExportKeyMaterial material) => material.DiffieHellmanTr31KeyBlock is not null;

    /// <inheritdoc/>
    public override WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context)
    {
        ExportDiffieHellmanTr31KeyBlock request = material.DiffieHellmanTr31KeyBlock!;
        (KeyRecord pair, KeyBlockProtectionKey kbpk) = agreements.Agree(connection, context, new KeyAgreementTerms
        {
            PrivateKeyIdentifier = request.PrivateKeyIdentifier!,
            AuthorityIdentifier = request.CertificateAuthorityPublicKeyIdentifier!,
            PeerCertificate = request.PublicKeyCertificate!,
            DeriveKeyAlgorithm = request.DeriveKeyAlgorithm!,
            Function = request.KeyDerivationFunction!,
            Hash = request.KeyDerivationHashAlgorithm!,
            SharedInformation = request.DerivationData!.SharedInformation!,
        });
        using (kbpk)
        {
            KeyAgreements.RequireStrength(key.Attributes.KeyAlgorithm!, pair, request.DeriveKeyAlgorithm!);
            return new WrappedMaterial(pair.Arn, WrappedKeyMaterialFormat.Tr31KeyBlock, Tr31Export.Wrap(key, kbpk, request.KeyBlockHeaders));
        }
    }
}

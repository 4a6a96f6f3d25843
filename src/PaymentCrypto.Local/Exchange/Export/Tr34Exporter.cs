using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>TR-34 key tokens: signed with the key of an export token, or with a key pair that the caller's own authority has certified.</summary>
internal sealed class Tr34Exporter(Tr34Keys keys, ImportedAuthorities authorities) : KeyExporter
{
    private const string Member = "WrappingKeyCertificate";

    /// <inheritdoc/>
    public override bool Handles(ExportKeyMaterial material) => material.Tr34KeyBlock is not null;

    /// <inheritdoc/>
    public override WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context)
    {
        ExportTr34KeyBlock request = material.Tr34KeyBlock!;
        KeyRecord authority = authorities.Find(connection, context.Scope, request.CertificateAuthorityPublicKeyIdentifier!);
        X509Certificate2 recipient = CertificateIntake.ReadIssuedBy(Member, request.WrappingKeyCertificate!, authority, context.Now);
        KeyStrength.RequireRsa(key.Attributes.KeyAlgorithm!, CertificateIntake.AlgorithmOf(Member, recipient));
        (RsaKeyLease privateKey, X509Certificate2 signer) = keys.Open(connection, ChoiceOf(request), context);
        using (privateKey)
        {
            // TR-34 ignores the version letter; the service writes D.
            Tr31KeyBlockHeader header = ExportHeader.Of(key, Tr31Version.D, request.KeyBlockHeaders);
            byte[] token = Refusals.Of("Tr34KeyBlock", () => Tr34KeyBlock.Create(key.Material.Span, header, new Tr34CreateOptions
            {
                SignerPrivateKey = privateKey.Key,
                SignerCertificate = signer,
                RecipientCertificate = recipient,
                Nonce = request.RandomNonce is { } nonce ? Convert.FromHexString(nonce) : default(ReadOnlyMemory<byte>),
                SigningTime = request.RandomNonce is null ? context.Now : null,
            }));
            return new WrappedMaterial(authority.Arn, WrappedKeyMaterialFormat.Tr34KeyBlock, Convert.ToHexString(token));
        }
    }

    private static Tr34KeyChoice ChoiceOf(ExportTr34KeyBlock request) => new()
    {
        Direction = TokenDirection.Export,
        Role = "Signing",
        Usage = KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature,
        Token = request.ExportToken,
        Identifier = request.SigningKeyIdentifier,
        Certificate = request.SigningKeyCertificate,
    };
}

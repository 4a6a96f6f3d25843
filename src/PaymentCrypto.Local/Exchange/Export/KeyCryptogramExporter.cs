using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>Raw keys under RSA-OAEP, for a certificate of the other party.</summary>
internal sealed class KeyCryptogramExporter(ImportedAuthorities authorities) : KeyExporter
{
    private const string Member = "WrappingKeyCertificate";

    /// <inheritdoc/>
    public override bool Handles(ExportKeyMaterial material) => material.KeyCryptogram is not null;

    /// <inheritdoc/>
    public override WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context)
    {
        ExportKeyCryptogram request = material.KeyCryptogram!;
        KeyRecord authority = authorities.Find(connection, context.Scope, request.CertificateAuthorityPublicKeyIdentifier!);
        X509Certificate2 recipient = CertificateIntake.ReadIssuedBy(Member, request.WrappingKeyCertificate!, authority, context.Now);
        KeyStrength.RequireRsa(key.Attributes.KeyAlgorithm!, CertificateIntake.AlgorithmOf(Member, recipient));
        byte[] cryptogram = Refusals.Of(Member, () => RsaKeyCryptogram.Wrap(key.Material.Span, recipient, WrappingSpecs.HashOf(request.WrappingSpec)));
        return new WrappedMaterial(authority.Arn, WrappedKeyMaterialFormat.KeyCryptogram, Convert.ToHexString(cryptogram));
    }
}

using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>Root certificates, and certificates that an imported authority has issued.</summary>
internal sealed class CertificateImporter(ImportedAuthorities authorities) : KeyImporter
{
    private const string Member = "PublicKeyCertificate";

    /// <inheritdoc/>
    public override bool Handles(ImportKeyMaterial material) =>
        material.RootCertificatePublicKey is not null || material.TrustedCertificatePublicKey is not null;

    /// <inheritdoc/>
    public override ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context) =>
        material.RootCertificatePublicKey is { } root ? ImportRoot(root, context) : ImportTrusted(connection, material.TrustedCertificatePublicKey!, context);

    private static ImportedKey ImportRoot(RootCertificatePublicKey root, OperationContext context)
    {
        if (root.KeyAttributes!.KeyUsage != KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature)
        {
            throw new ValidationException(
                $"A root certificate is imported with KeyUsage {KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature}, not {root.KeyAttributes.KeyUsage}.");
        }

        X509Certificate2 certificate = CertificateIntake.Read(Member, root.PublicKeyCertificate!);
        CheckAttributes(root.KeyAttributes, certificate);
        CertificateIntake.CheckRoot(Member, certificate, context.Now);
        return Of(root.KeyAttributes, certificate, certificate.RawData);
    }

    private ImportedKey ImportTrusted(StoreConnection connection, TrustedCertificatePublicKey trusted, OperationContext context)
    {
        KeyRecord authority = authorities.Find(connection, context.Scope, trusted.CertificateAuthorityPublicKeyIdentifier!);
        X509Certificate2 certificate = CertificateIntake.ReadIssuedBy(Member, trusted.PublicKeyCertificate!, authority, context.Now);
        CheckAttributes(trusted.KeyAttributes!, certificate);
        return Of(trusted.KeyAttributes!, certificate, [.. CertificateIntake.PathOf(authority).SelectMany(issuer => issuer)]);
    }

    private static void CheckAttributes(KeyAttributes attributes, X509Certificate2 certificate)
    {
        if (attributes.KeyClass != KeyClass.PublicKey)
        {
            throw new ValidationException($"A certificate is imported with KeyClass PUBLIC_KEY, not {attributes.KeyClass}.");
        }

        string actual = CertificateIntake.AlgorithmOf(Member, certificate);
        if (actual != attributes.KeyAlgorithm)
        {
            throw new ValidationException($"KeyAlgorithm {attributes.KeyAlgorithm} does not fit the certificate, whose key is {actual}.");
        }
    }

    private static ImportedKey Of(KeyAttributes attributes, X509Certificate2 certificate, byte[] issuers) => new()
    {
        Attributes = attributes,
        Exportable = true,
        PublicKey = certificate.PublicKey.ExportSubjectPublicKeyInfo(),
        Certificate = certificate.RawData,
        IssuerCertificate = issuers,
    };
}

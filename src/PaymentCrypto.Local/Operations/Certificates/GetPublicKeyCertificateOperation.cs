using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Certificates;

/// <summary>
/// GetPublicKeyCertificate: the certificate of a key pair, issued by the account's authority for 90 days and returned again while it has
/// at least 30 left; or the certificate with which a public key was imported.
/// </summary>
internal sealed class GetPublicKeyCertificateOperation(StoreDatabase database, CertificateAuthorities authorities, KeyMaterials materials)
    : LocalOperation<GetPublicKeyCertificateRequest, GetPublicKeyCertificateResponse>
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(90);
    private static readonly TimeSpan LeastLeft = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    protected override GetPublicKeyCertificateResponse Execute(GetPublicKeyCertificateRequest request, OperationContext context)
    {
        KeyRecord key = database.ReadConsistently(connection => KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!));
        KeyStates.RequireComplete(key);
        if (key.PublicKey is null)
        {
            throw new ValidationException($"{key.Arn} is of class {key.Attributes.KeyClass} and has no certificate: only asymmetric keys do.");
        }

        // Somebody will wrap a key for what is answered here: it must be this key's certificate.
        materials.Authenticate(key);
        bool ecc = KeyAttributeTable.IsEcc(key.Attributes.KeyAlgorithm!);
        if (key.Certificate is { } certificate && key.IssuerCertificate is { } issuer
            && (key.Attributes.KeyClass == KeyClass.PublicKey || (IsGoodFor(certificate, context.Now) && CertificateAuthority.IsEcc(issuer) == ecc)))
        {
            return Answer(certificate, issuer);
        }

        CertificateAuthority authority = authorities.For(context.Scope, ecc, context.Now, Validity);
        byte[] issued = authority.IssueLeaf(key.PublicKey, context.Now, Validity);
        byte[] root = authority.Certificate.RawData;
        database.Write(connection => KeyTable.UpdateCertificate(connection, key, issued, root));
        return Answer(issued, root);
    }

    private static bool IsGoodFor(byte[] der, DateTimeOffset now)
    {
        using X509Certificate2 certificate = CertificateText.Load(der);
        return certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && certificate.NotAfter.ToUniversalTime() - now.UtcDateTime >= LeastLeft;
    }

    private static GetPublicKeyCertificateResponse Answer(byte[] certificate, byte[] issuer) => new()
    {
        KeyCertificate = CertificateText.Base64OfPem(certificate),
        KeyCertificateChain = CertificateText.Base64OfPem(issuer),
    };
}

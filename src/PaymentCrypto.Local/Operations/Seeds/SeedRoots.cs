using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Seeds;

/// <summary>Puts the roots that a seed has into an account, before the account makes its own.</summary>
internal sealed class SeedRoots(CertificateAuthorities authorities)
{
    // The longest that a certificate of the engine is valid (GetPublicKeyCertificate): with less left, the account would soon make another root.
    private static readonly TimeSpan LeastLeft = TimeSpan.FromDays(90);

    /// <summary>Stores a root, unless it is there already.</summary>
    /// <exception cref="SeedRefusedException">It is no root, its key is another one, or the account has a root.</exception>
    public void Put(StoreConnection connection, SeedRoot root, int index, OperationContext context)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(root.Certificate);
            Check(certificate, index, context.Now);
            CheckKey(certificate, root.PrivateKey.Span, index);
            if (!authorities.TryKeep(connection, context.Scope, certificate.RawData, root.PrivateKey.Span))
            {
                throw Refused(index, nameof(SeedRoot.Certificate),
                    $"The account {context.Scope.AccountId} in {context.Scope.Region} has another root for such keys already. Use an empty store.");
            }
        }
        catch (Exception e) when (e is CryptographyException or CryptographicException)
        {
            throw Refused(index, nameof(SeedRoot.Certificate), e.Message, e);
        }
    }

    private static void Check(X509Certificate2 certificate, int index, DateTimeOffset now)
    {
        // A weaker key must not vouch for the keys that the engine certifies, and the service's own roots are of these two types.
        if (CertificateKey.TypeOf(certificate) is not (CertificateKeyType.Rsa4096 or CertificateKeyType.EccNistP521))
        {
            throw Refused(
                index, nameof(SeedRoot.Certificate), "A root has a key of RSA_4096, or of ECC_NIST_P521 for the certificates of elliptic curve keys.");
        }

        CertificateCheck.VerifyRoot(certificate, new CertificateCheckOptions { ValidAt = now });
        if (!certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Any())
        {
            throw Refused(
                index, nameof(SeedRoot.Certificate), "The certificate has no SubjectKeyIdentifier, by which those that it issues name it (RFC 5280 4.2.1.2).");
        }

        if (!CertificateAuthority.CanIssue(certificate, now, LeastLeft))
        {
            throw Refused(index, nameof(SeedRoot.Certificate), FormattableString.Invariant(
                $"It is valid from {certificate.NotBefore.ToUniversalTime():u} to {certificate.NotAfter.ToUniversalTime():u}; ")
                + FormattableString.Invariant($"a root must be so from now, which is {now.UtcDateTime:u}, for {LeastLeft.TotalDays} days at least."));
        }
    }

    private static void CheckKey(X509Certificate2 certificate, ReadOnlySpan<byte> pkcs8, int index)
    {
        using AsymmetricAlgorithm pair = CertificateAuthority.IsEcc(certificate) ? ECDsa.Create() : RSA.Create();
        try
        {
            pair.ImportPkcs8PrivateKey(pkcs8, out _);
        }
        catch (CryptographicException e)
        {
            throw Refused(index, nameof(SeedRoot.PrivateKey), "The private key is not of the same kind as the certificate's key.", e);
        }

        if (!pair.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
        {
            throw Refused(index, nameof(SeedRoot.PrivateKey), "The private key does not belong to the certificate.");
        }
    }

    private static SeedRefusedException Refused(int index, string member, string message, Exception? cause = null) =>
        new(index, member, message, cause) { IsRoot = true };
}

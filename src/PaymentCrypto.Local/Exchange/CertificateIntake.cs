using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.KeyBlocks.Certificates;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Certificates that callers send, and the imported authorities that vouch for them.</summary>
internal static class CertificateIntake
{
    // Samples write notBefore in local time without a zone; a day's backdating is usual, so an hour of slack is enough.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Reads a certificate as it comes on the wire: base64 of PEM.</summary>
    public static X509Certificate2 Read(string member, string wire) => Refusals.Of(member, () => CertificateReader.Read(wire));

    /// <summary>Reads a certificate and checks that the authority issued it and that it is valid now.</summary>
    /// <param name="member">The member, as named in messages.</param>
    /// <param name="wire">Base64 of PEM.</param>
    /// <param name="authority">The imported certificate of its direct issuer.</param>
    /// <param name="now">The moment of the call.</param>
    public static X509Certificate2 ReadIssuedBy(string member, string wire, KeyRecord authority, DateTimeOffset now) => Refusals.Of(member, () =>
    {
        X509Certificate2 certificate = CertificateReader.Read(wire);
        using X509Certificate2 issuer = CertificateText.Load(authority.Certificate!);
        // The samples pass the authority's own certificate where a leaf is expected.
        if (!certificate.RawData.AsSpan().SequenceEqual(issuer.RawData))
        {
            CertificateCheck.VerifyIssuedBy(certificate, issuer, OptionsAt(now));
        }
        else
        {
            CertificateCheck.VerifyValidity(certificate, OptionsAt(now));
        }

        return certificate;
    });

    /// <summary>Checks that a certificate is a root: self-signed, an authority, valid now.</summary>
    public static void CheckRoot(string member, X509Certificate2 certificate, DateTimeOffset now) => Refusals.Of(member, () =>
    {
        CertificateCheck.VerifyRoot(certificate, OptionsAt(now));
        return true;
    });

    /// <summary>Finds the imported certificate of an authority.</summary>
    /// <exception cref="ValidationException">The key is not one, or may not be used.</exception>
    public static KeyRecord FindAuthority(StoreConnection connection, AccountScope scope, string identifier)
    {
        KeyRecord authority = KeyFinder.Find(connection, scope, identifier);
        KeyStates.RequireUsable(authority);
        return authority.Certificate is not null && authority.Attributes is { KeyClass: KeyClass.PublicKey, KeyUsage: KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature }
            ? authority
            : throw new ValidationException(
                $"{authority.Arn} is not an imported certificate authority: it is a {authority.Attributes.KeyClass} with usage {authority.Attributes.KeyUsage}. Import the authority's certificate first.");
    }

    /// <summary>The service's algorithm for the public key of a certificate.</summary>
    public static string AlgorithmOf(string member, X509Certificate2 certificate) => Refusals.Of(member, () => CertificateKey.TypeOf(certificate)) switch
    {
        CertificateKeyType.Rsa2048 => KeyAlgorithm.Rsa2048,
        CertificateKeyType.Rsa3072 => KeyAlgorithm.Rsa3072,
        CertificateKeyType.Rsa4096 => KeyAlgorithm.Rsa4096,
        CertificateKeyType.EccNistP256 => KeyAlgorithm.EccNistP256,
        CertificateKeyType.EccNistP384 => KeyAlgorithm.EccNistP384,
        _ => KeyAlgorithm.EccNistP521,
    };

    private static CertificateCheckOptions OptionsAt(DateTimeOffset now) => new() { ValidAt = now, ClockSkew = ClockSkew };
}

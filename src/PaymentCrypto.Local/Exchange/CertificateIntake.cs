using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Certificates that callers send, and the imported authorities that vouch for them. They are shared: nobody disposes them.</summary>
internal static class CertificateIntake
{
    /// <summary>
    /// How far the other party's clock may be off. Samples write notBefore in local time without a zone, but backdated by a day, so an
    /// hour is enough.
    /// </summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Reads a certificate as it comes on the wire: base64 of PEM.</summary>
    public static X509Certificate2 Read(string member, string wire) => Refusals.Of(member, () => LoadedCertificates.Of(wire));

    /// <summary>Reads a certificate and checks that it is valid now, whoever issued it.</summary>
    public static X509Certificate2 ReadValid(string member, string wire, DateTimeOffset now) =>
        ReadChecked(member, wire, certificate => CertificateCheck.VerifyValidity(certificate, OptionsAt(now)));

    /// <summary>
    /// Reads a certificate and checks that the authority issued it, that both are valid now, and that it keeps to the limits of all
    /// issuers above.
    /// </summary>
    /// <param name="member">The member, as named in messages.</param>
    /// <param name="wire">Base64 of PEM.</param>
    /// <param name="authority">The imported certificate of its direct issuer; the samples also pass it as its own leaf.</param>
    /// <param name="now">The moment of the call.</param>
    public static X509Certificate2 ReadIssuedBy(string member, string wire, KeyRecord authority, DateTimeOffset now) =>
        ReadChecked(member, wire,
            certificate => CertificateCheck.VerifyIssuedBy(certificate, [.. PathOf(authority).Select(LoadedCertificates.Of)], OptionsAt(now)));

    /// <summary>Checks that a certificate is a root: self-signed, an authority, valid now.</summary>
    public static void CheckRoot(string member, X509Certificate2 certificate, DateTimeOffset now) => Refusals.Of(member, () =>
    {
        CertificateCheck.VerifyRoot(certificate, OptionsAt(now));
        return true;
    });

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

    /// <summary>An authority's certificate, its issuer's and so on up to the root, DER.</summary>
    public static IReadOnlyList<byte[]> PathOf(KeyRecord authority)
    {
        IReadOnlyList<byte[]> issuers = CertificateText.Split(authority.IssuerCertificate ?? []);

        // A root is kept as its own issuer.
        return issuers is [{ } first, ..] && first.AsSpan().SequenceEqual(authority.Certificate) ? issuers : [authority.Certificate!, .. issuers];
    }

    private static X509Certificate2 ReadChecked(string member, string wire, Action<X509Certificate2> check) => Refusals.Of(member, () =>
    {
        X509Certificate2 certificate = LoadedCertificates.Of(wire);
        check(certificate);
        return certificate;
    });

    private static CertificateCheckOptions OptionsAt(DateTimeOffset now) => new() { ValidAt = now, ClockSkew = ClockSkew };
}

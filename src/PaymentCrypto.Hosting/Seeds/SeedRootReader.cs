using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Hosting.Seeds.Texts;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>Reads one root of a seed: the certificate authority of the account, which it would make for itself otherwise.</summary>
internal static class SeedRootReader
{
    /// <summary>Reads it.</summary>
    /// <param name="table">Its fields.</param>
    /// <param name="source">What the seed is called in errors.</param>
    public static PlannedRoot Read(SeedTable table, string source)
    {
        SeedFields fields = new(table, source);
        string certificate = fields.Required(nameof(SeedRoot.Certificate));
        string privateKey = fields.Required(nameof(SeedRoot.PrivateKey));
        fields.RefuseOthers();
        string algorithm = SeedCertificates.AlgorithmOf(certificate)
            ?? throw fields.Error(nameof(SeedRoot.Certificate), "it is not the PEM of one certificate with an RSA or elliptic curve key that the service has.");
        try
        {
            return new PlannedRoot(new SeedRoot { Certificate = certificate, PrivateKey = SeedPrivateKey.Pkcs8(privateKey, algorithm) }, fields);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw fields.Error(nameof(SeedRoot.PrivateKey), $"it is the PEM of a private key for {algorithm}, without a passphrase.", e);
        }
    }
}

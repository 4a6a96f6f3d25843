using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>What a certificate in a seed is for, before the engine looks at it closely.</summary>
internal static class SeedCertificates
{
    /// <summary>The service's algorithm for its key; null when the text is not a certificate, or its key one that the service does not have.</summary>
    public static string? AlgorithmOf(string pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using RSA? rsa = certificate.GetRSAPublicKey();
            using ECDsa? ecc = certificate.GetECDsaPublicKey();
            string algorithm = FormattableString.Invariant($"{(rsa is null ? "ECC_NIST_P" : "RSA_")}{(rsa ?? (AsymmetricAlgorithm?)ecc)?.KeySize}");
            return KeyAlgorithm.All.Contains(algorithm) ? algorithm : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

using System.Security.Cryptography;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>A private key of a seed.</summary>
internal static class SeedPrivateKey
{
    /// <summary>Its PKCS#8.</summary>
    /// <param name="pem">PKCS #8, PKCS #1 or SEC 1 in PEM, without a passphrase.</param>
    /// <param name="algorithm">The service's algorithm of the key.</param>
    /// <exception cref="ArgumentException">It is no PEM of a private key, or has a passphrase.</exception>
    /// <exception cref="CryptographicException">It is one of another kind.</exception>
    public static byte[] Pkcs8(string pem, string algorithm)
    {
        using AsymmetricAlgorithm key = algorithm.StartsWith("RSA", StringComparison.Ordinal) ? RSA.Create() : ECDiffieHellman.Create();
        key.ImportFromPem(pem);
        return key.ExportPkcs8PrivateKey();
    }
}

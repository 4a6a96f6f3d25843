using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Local.Certificates;

/// <summary>
/// Certificates that were read lately. The same few authorities and senders come with every key, and loading a certificate takes
/// OpenSSL longer than checking its signature. What is kept is public, and is shared: nobody disposes it.
/// </summary>
internal static class LoadedCertificates
{
    private const int MostKept = 64;

    private static readonly ConcurrentDictionary<string, X509Certificate2> Kept = new(StringComparer.Ordinal);

    /// <summary>Reads a certificate from text.</summary>
    /// <param name="wire">PEM, base64 of PEM, or base64 of DER.</param>
    /// <exception cref="CryptographyException">As <see cref="CertificateReader.Read(string)"/>.</exception>
    public static X509Certificate2 Of(string wire)
    {
        if (Kept.TryGetValue(wire, out X509Certificate2? known))
        {
            return known;
        }

        X509Certificate2 read = CertificateReader.Read(wire);
        if (Kept.Count >= MostKept)
        {
            // Whoever still uses one of them keeps it alive; the rest goes with the garbage.
            Kept.Clear();
        }

        Kept[wire] = read;
        return read;
    }

    /// <summary>Reads a certificate from DER.</summary>
    /// <exception cref="CryptographyException">As <see cref="CertificateReader.Read(string)"/>.</exception>
    public static X509Certificate2 Of(byte[] der) => Of(Convert.ToBase64String(der));
}

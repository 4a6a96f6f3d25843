using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>
/// The RSA public key of a certificate, ready for use. Handing a key to OpenSSL 3 takes several times as long as verifying a
/// signature with it, and the same few senders and CAs come again and again: keys that are given back are kept for the next lease.
/// A key is with one lease at a time, because the platform does not promise more.
/// </summary>
internal sealed class RsaPublicKeyLease : IDisposable
{
    private const int MaximumKept = 64;

    private static readonly ConcurrentDictionary<string, RSA> Kept = new(StringComparer.Ordinal);

    private readonly string _encoded;

    private RsaPublicKeyLease(string encoded, RSA key)
    {
        _encoded = encoded;
        Key = key;
    }

    public RSA Key { get; }

    /// <summary>The key of a certificate; null when it holds none of RSA.</summary>
    /// <exception cref="CryptographicException">The key is malformed.</exception>
    public static RsaPublicKeyLease? Take(X509Certificate2 certificate)
    {
        if (certificate.PublicKey.Oid.Value != Oids.RsaEncryption)
        {
            return null;
        }

        string encoded = Convert.ToBase64String(certificate.PublicKey.EncodedKeyValue.RawData);
        if (!Kept.TryRemove(encoded, out RSA? key))
        {
            key = certificate.GetRSAPublicKey()!;
        }

        return new RsaPublicKeyLease(encoded, key);
    }

    public void Dispose()
    {
        if (Kept.Count >= MaximumKept || !Kept.TryAdd(_encoded, Key))
        {
            Key.Dispose();
        }
    }
}

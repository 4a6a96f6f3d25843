using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;

/// <summary>
/// Raw keys under RSA-OAEP (RFC 8017 section 7.1), the service's key cryptograms: nothing but the key inside, the same hash for
/// label and mask generation, an empty label. There is no header and no signature: only the key check value, compared over another
/// channel, shows that the right key arrived.
/// </summary>
public static class RsaKeyCryptogram
{
    /// <summary>Wraps a key for the holder of a certificate.</summary>
    /// <param name="key">The clear key, in bytes.</param>
    /// <param name="recipient">The recipient's certificate, with an RSA key.</param>
    /// <param name="hash">The hash of OAEP.</param>
    /// <returns>The cryptogram, as long as the modulus. The service takes it as upper-case hex.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CryptogramKeyLength"/>, <see cref="CryptographyError.CertificateKeyType"/>,
    /// <see cref="CryptographyError.CertificateKeyUsage"/> or
    /// <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static byte[] Wrap(ReadOnlySpan<byte> key, X509Certificate2 recipient, RsaOaepHash hash = RsaOaepHash.Sha256)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        CertificateCheck.RequireKeyEncipherment(recipient);
        using RsaPublicKeyLease lease = CertificateKey.Rsa(recipient, "wrapping");
        return Wrap(key, lease.Key, hash);
    }

    /// <summary>Wraps a key under an RSA public key.</summary>
    /// <param name="key">The clear key, in bytes.</param>
    /// <param name="recipient">The recipient's RSA key.</param>
    /// <param name="hash">The hash of OAEP.</param>
    /// <returns>The cryptogram, as long as the modulus.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CryptogramKeyLength"/> or <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static byte[] Wrap(ReadOnlySpan<byte> key, RSA recipient, RsaOaepHash hash = RsaOaepHash.Sha256)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        RSAEncryptionPadding padding = Padding(hash);
        int longest = ModulusLength(recipient) - (2 * HashLength(hash)) - 2;
        if (key.IsEmpty || key.Length > longest)
        {
            throw new CryptographyException(CryptographyError.CryptogramKeyLength, string.Create(
                CultureInfo.InvariantCulture,
                $"The key is {key.Length} bytes long; under RSA_{recipient.KeySize} with {Name(hash)} there is room for 1 to {longest}."));
        }

        return recipient.Encrypt(key, padding);
    }

    /// <summary>Unwraps a key.</summary>
    /// <param name="cryptogram">The cryptogram, as long as the modulus.</param>
    /// <param name="recipient">The recipient's RSA private key. It stays the caller's.</param>
    /// <param name="hash">The hash of OAEP.</param>
    /// <param name="expectedKeyLength">The length that the key's algorithm has, in bytes; null takes any.</param>
    /// <returns>The clear key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.CryptogramLength"/>, <see cref="CryptographyError.CryptogramDecryption"/>,
    /// <see cref="CryptographyError.CryptogramKeyLength"/> or <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static SecretBuffer Unwrap(ReadOnlySpan<byte> cryptogram, RSA recipient, RsaOaepHash hash, int? expectedKeyLength = null)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        RSAEncryptionPadding padding = Padding(hash);
        int modulusLength = ModulusLength(recipient);
        if (cryptogram.Length != modulusLength)
        {
            throw new CryptographyException(CryptographyError.CryptogramLength, string.Create(
                CultureInfo.InvariantCulture,
                $"The cryptogram is {cryptogram.Length} bytes long; under the RSA_{recipient.KeySize} key it has exactly {modulusLength}. Leading zeros "
                    + $"count."));
        }

        using var buffer = new SecretBuffer(modulusLength);
        int length;
        try
        {
            if (!recipient.TryDecrypt(cryptogram, buffer.Span, padding, out length))
            {
                throw new CryptographicException("The decrypted key is longer than the modulus.");
            }
        }
        catch (CryptographicException error)
        {
            // One message for every cause, as with any OAEP decryption: telling them apart would help an attacker.
            throw new CryptographyException(
                CryptographyError.CryptogramDecryption,
                $"The cryptogram can't be decrypted with this private key by RSA-OAEP with {Name(hash)} (mask generation with the same hash, empty label): "
                    + "another key, another hash, a label, or PKCS#1 v1.5 was used.",
                error);
        }

        if (length == 0 || (expectedKeyLength is { } expected && length != expected))
        {
            throw new CryptographyException(CryptographyError.CryptogramKeyLength, string.Create(
                CultureInfo.InvariantCulture,
                $"The key in the cryptogram is {length} bytes long; {(expectedKeyLength is { } needed ? needed : "at least 1")} is needed."));
        }

        return SecretBuffer.CopyOf(buffer.Span[..length]);
    }

    private static int ModulusLength(RSA key) => (key.KeySize + 7) / 8;

    private static RSAEncryptionPadding Padding(RsaOaepHash hash) => hash switch
    {
        RsaOaepHash.Sha256 => RSAEncryptionPadding.OaepSHA256,
        RsaOaepHash.Sha512 => RSAEncryptionPadding.OaepSHA512,
        _ => throw new CryptographyException(CryptographyError.InvalidArgument, $"There is no OAEP hash {hash}; SHA-256 or SHA-512 is needed."),
    };

    private static int HashLength(RsaOaepHash hash) => hash == RsaOaepHash.Sha512 ? 64 : 32;

    private static string Name(RsaOaepHash hash) => hash == RsaOaepHash.Sha512 ? "SHA-512" : "SHA-256";
}

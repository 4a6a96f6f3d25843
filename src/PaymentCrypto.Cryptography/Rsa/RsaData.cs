using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Rsa;

/// <summary>Data under RSA keys, in the paddings of RFC 8017 and without.</summary>
public static class RsaData
{
    /// <summary>The longest data that fits under a key, in bytes.</summary>
    /// <param name="keySize">The size of the modulus in bits.</param>
    /// <param name="padding">The padding.</param>
    /// <returns>The length in bytes.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: there is no such padding.</exception>
    public static int MaxLength(int keySize, RsaDataPadding padding)
    {
        // The service's own limit for None and PKCS#1 is one byte less than PKCS#1 has room for.
        const int ServiceReserve = 12;
        return (keySize / 8) - padding switch
        {
            RsaDataPadding.None or RsaDataPadding.Pkcs1 => ServiceReserve,
            RsaDataPadding.OaepSha1 => (2 * SHA1.HashSizeInBytes) + 2,
            RsaDataPadding.OaepSha256 => (2 * SHA256.HashSizeInBytes) + 2,
            RsaDataPadding.OaepSha512 => (2 * SHA512.HashSizeInBytes) + 2,
            _ => throw new CryptographyException(CryptographyError.InvalidArgument, $"There is no RSA padding {padding}."),
        };
    }

    /// <summary>Encrypts data for the holder of a private key.</summary>
    /// <param name="recipient">The public key, or the pair.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="data">1 to <see cref="MaxLength"/> bytes; without padding one big-endian number.</param>
    /// <returns>As many bytes as the modulus has.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: the data is empty or too long.</exception>
    public static byte[] Encrypt(RSA recipient, RsaDataPadding padding, ReadOnlySpan<byte> data)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        int longest = MaxLength(recipient.KeySize, padding);
        if (data.IsEmpty || data.Length > longest)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                $"The data has {data.Length} bytes, but an RSA_{recipient.KeySize} key takes 1 to {longest} with padding {padding}.");
        }

        return padding == RsaDataPadding.None ? Raw(recipient, forEncryption: true, data) : recipient.Encrypt(data, PlatformPadding(padding));
    }

    /// <summary>
    /// Decrypts data. Every failure has one text: whoever could tell a wrong padding from a wrong length could decrypt without the key
    /// (Bleichenbacher 1998, Manger 2001).
    /// </summary>
    /// <param name="recipient">The pair.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="cipherText">As many bytes as the modulus has.</param>
    /// <returns>The data; without padding as many bytes as the modulus has. The caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CryptogramDecryption"/>.</exception>
    public static SecretBuffer Decrypt(RSA recipient, RsaDataPadding padding, ReadOnlySpan<byte> cipherText)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        try
        {
            if (cipherText.Length != recipient.KeySize / 8)
            {
                throw new CryptographicException("The cipher text is not as long as the modulus.");
            }

            byte[] data = padding == RsaDataPadding.None
                ? Raw(recipient, forEncryption: false, cipherText)
                : recipient.Decrypt(cipherText, PlatformPadding(padding));
            try
            {
                return data.Length > 0 ? SecretBuffer.CopyOf(data) : throw new CryptographicException("There is no data.");
            }
            finally
            {
                CryptographicOperations.ZeroMemory(data);
            }
        }
        catch (Exception error) when (error is CryptographicException or Org.BouncyCastle.Crypto.CryptoException or ArgumentException)
        {
            throw new CryptographyException(
                CryptographyError.CryptogramDecryption, "The cipher text cannot be decrypted with this key and padding.", error);
        }
    }

    // The platform has no RSA without padding. The engine blinds what it decrypts.
    private static byte[] Raw(RSA key, bool forEncryption, ReadOnlySpan<byte> input)
    {
        var engine = new RsaBlindedEngine();
        if (forEncryption)
        {
            engine.Init(true, DotNetUtilities.GetRsaPublicKey(key));
        }
        else
        {
            engine.Init(false, PrivateKey(key));
        }

        byte[] taken = input.ToArray();
        byte[] result = engine.ProcessBlock(taken, 0, taken.Length);
        byte[] whole = new byte[key.KeySize / 8];
        result.CopyTo(whole, whole.Length - result.Length);
        CryptographicOperations.ZeroMemory(taken);
        CryptographicOperations.ZeroMemory(result);
        return whole;
    }

    // The exported parts are zeroed. The numbers that the engine makes of them cannot be: they stay in memory until it is collected and used again,
    // which is the price of a padding that the platform does not have.
    private static RsaPrivateCrtKeyParameters PrivateKey(RSA key)
    {
        RSAParameters parts = key.ExportParameters(includePrivateParameters: true);
        try
        {
            return new RsaPrivateCrtKeyParameters(
                Number(parts.Modulus), Number(parts.Exponent), Number(parts.D),
                Number(parts.P), Number(parts.Q), Number(parts.DP), Number(parts.DQ), Number(parts.InverseQ));
        }
        finally
        {
            foreach (byte[]? secret in new[] { parts.D, parts.P, parts.Q, parts.DP, parts.DQ, parts.InverseQ })
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }

        static BigInteger Number(byte[]? bytes) => new(1, bytes);
    }

    private static RSAEncryptionPadding PlatformPadding(RsaDataPadding padding) => padding switch
    {
        RsaDataPadding.Pkcs1 => RSAEncryptionPadding.Pkcs1,
        RsaDataPadding.OaepSha1 => RSAEncryptionPadding.OaepSHA1,
        RsaDataPadding.OaepSha256 => RSAEncryptionPadding.OaepSHA256,
        _ => RSAEncryptionPadding.OaepSHA512,
    };
}

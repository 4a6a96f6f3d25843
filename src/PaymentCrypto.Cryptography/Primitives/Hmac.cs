using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>HMAC (FIPS 198-1) with every hash that a key block can name.</summary>
public static class Hmac
{
    /// <summary>Computes a MAC.</summary>
    /// <param name="hash">The hash. SHAKE has no HMAC.</param>
    /// <param name="key">The key, of any length.</param>
    /// <param name="message">The message, of any length.</param>
    /// <returns>The whole MAC, as long as the hash.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: HMAC is not defined for the hash.</exception>
    public static byte[] Compute(HmacHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message) => hash switch
    {
        HmacHash.Sha1 => HMACSHA1.HashData(key, message),
        HmacHash.Sha256 => HMACSHA256.HashData(key, message),
        HmacHash.Sha384 => HMACSHA384.HashData(key, message),
        HmacHash.Sha512 => HMACSHA512.HashData(key, message),
        HmacHash.Sha224 => Compute(new Sha224Digest(), key, message),
        HmacHash.Sha512Truncated224 => Compute(new Sha512tDigest(224), key, message),
        HmacHash.Sha512Truncated256 => Compute(new Sha512tDigest(256), key, message),
        HmacHash.Sha3224 => Compute(new Sha3Digest(224), key, message),
        HmacHash.Sha3256 => Compute(new Sha3Digest(256), key, message),
        HmacHash.Sha3384 => Compute(new Sha3Digest(384), key, message),
        HmacHash.Sha3512 => Compute(new Sha3Digest(512), key, message),
        _ => throw new CryptographyException(CryptographyError.InvalidArgument, $"HMAC is not defined for the hash {hash}."),
    };

    // .NET has none of these on every platform.
    private static byte[] Compute(IDigest digest, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message)
    {
        var hmac = new HMac(digest);
        hmac.Init(new KeyParameter(key));
        hmac.BlockUpdate(message);
        byte[] mac = new byte[hmac.GetMacSize()];
        hmac.DoFinal(mac, 0);
        return mac;
    }
}

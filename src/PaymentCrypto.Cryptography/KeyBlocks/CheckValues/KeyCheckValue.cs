using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.CheckValues;

/// <summary>
/// Key check values (KCV): a few bytes by which two people see that they hold the same key. All are upper-case hex. A check value is
/// public; it says nothing of use about the key.
/// </summary>
public static class KeyCheckValue
{
    /// <summary>Usual length of a check value in bytes (6 hex digits).</summary>
    public const int StandardLength = 3;

    /// <summary>Length of the check value of a public key in bytes (8 hex digits).</summary>
    public const int PublicKeyLength = 4;

    /// <summary>ANSI X9.24: one block of zeros encrypted in ECB. The usual check value of a TDES key; an old one of an AES key.</summary>
    /// <param name="algorithm">The cipher that the key is for.</param>
    /// <param name="key">8, 16 or 24 bytes for TDES, 16, 24 or 32 bytes for AES.</param>
    /// <param name="length">Length of the check value in bytes.</param>
    /// <returns>Two hex digits for each byte.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static string AnsiX924(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, int length = StandardLength)
    {
        using var cipher = BlockCipher.Create(algorithm, key);
        CheckLength(length, cipher.BlockSize);
        Span<byte> block = stackalloc byte[cipher.BlockSize];
        block.Clear();
        cipher.EncryptEcb(block, block);
        return HexText.Format(block[..length]);
    }

    /// <summary>CMAC of one block of zeros. The usual check value of an AES key.</summary>
    /// <param name="algorithm">The cipher that the key is for.</param>
    /// <param name="key">8, 16 or 24 bytes for TDES, 16, 24 or 32 bytes for AES.</param>
    /// <param name="length">Length of the check value in bytes.</param>
    /// <returns>Two hex digits for each byte.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static string Cmac(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, int length = StandardLength)
    {
        using var cipher = BlockCipher.Create(algorithm, key);
        CheckLength(length, cipher.BlockSize);

        // One block of the cipher: 8 bytes for TDES (X9.24-1 annex A.3), 16 for AES.
        Span<byte> zeros = stackalloc byte[cipher.BlockSize];
        zeros.Clear();
        Span<byte> mac = stackalloc byte[length];
        cipher.ComputeCmac(zeros, mac);
        return HexText.Format(mac);
    }

    /// <summary>HMAC of the empty message, the check value of an HMAC key in AWS Payment Cryptography.</summary>
    /// <param name="hash">The hash of the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="length">Length of the check value in bytes.</param>
    /// <returns>Two hex digits for each byte.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static string Hmac(HmacHash hash, ReadOnlySpan<byte> key, int length = StandardLength)
    {
        byte[] mac = Primitives.Hmac.Compute(hash, key, []);
        CheckLength(length, mac.Length);
        return HexText.Format(mac.AsSpan(0, length));
    }

    /// <summary>SHA-1 of a public key, the check value of key pairs and certificates.</summary>
    /// <param name="subjectPublicKeyInfo">The DER of the SubjectPublicKeyInfo (RFC 5280).</param>
    /// <returns>8 hex digits.</returns>
    public static string Sha1(ReadOnlySpan<byte> subjectPublicKeyInfo)
        => HexText.Format(SHA1.HashData(subjectPublicKeyInfo).AsSpan(0, PublicKeyLength));

    /// <summary>The usual check value of a key: ANSI X9.24 for TDES, CMAC for AES, 3 bytes.</summary>
    /// <param name="algorithm">The cipher that the key is for.</param>
    /// <param name="key">8, 16 or 24 bytes for TDES, 16, 24 or 32 bytes for AES.</param>
    /// <returns>6 hex digits.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static string Standard(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
        => algorithm == BlockCipherAlgorithm.Tdes ? AnsiX924(algorithm, key) : Cmac(algorithm, key);

    /// <summary>Compares in constant time: a key block that is refused for its check value must not say by the clock how much of a guess was right.</summary>
    /// <param name="computed">Upper-case hex.</param>
    /// <param name="stated">What somebody says, hex of either case; anything else is not the same.</param>
    internal static bool AreSame(string computed, string stated)
    {
        if (computed.Length != stated.Length || stated.Length % 2 != 0)
        {
            return false;
        }

        Span<byte> one = stackalloc byte[computed.Length / 2];
        Span<byte> other = stackalloc byte[computed.Length / 2];
        HexText.TryDecode(computed, one, out _);
        return HexText.TryDecode(stated, other, out _) & CryptographicOperations.FixedTimeEquals(one, other);
    }

    private static void CheckLength(int length, int longest)
    {
        if (length < 1 || length > longest)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A check value of this method has 1 to {longest} bytes, not {length}.");
        }
    }
}

using System.Buffers.Binary;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.As2805;

/// <summary>
/// Keys wrapped under a variant of a TDES key encryption key (AS 2805.6.1): TDES-CBC with a zero initial vector, without padding. Nothing
/// authenticates such a cryptogram; only a check value that came with it shows that it was opened with the right key.
/// </summary>
public static class As2805Cryptogram
{
    private const int MaskLength = 2;

    private static ReadOnlySpan<byte> ZeroIv => [0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Wraps a TDES key.</summary>
    /// <param name="keyEncryptionKey">16 or 24 bytes.</param>
    /// <param name="variant">What the key is for.</param>
    /// <param name="key">The clear key, 16 or 24 bytes.</param>
    /// <returns>As many bytes as the key has.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static byte[] Wrap(ReadOnlySpan<byte> keyEncryptionKey, As2805KeyVariant variant, ReadOnlySpan<byte> key)
    {
        CheckLength(key.Length, "key to wrap");
        using BlockCipher cipher = CreateVariant(keyEncryptionKey, variant);
        byte[] cryptogram = new byte[key.Length];
        cipher.EncryptCbc(ZeroIv, key, cryptogram);
        return cryptogram;
    }

    /// <summary>Unwraps a TDES key.</summary>
    /// <param name="keyEncryptionKey">16 or 24 bytes.</param>
    /// <param name="variant">What the key is for.</param>
    /// <param name="cryptogram">16 or 24 bytes.</param>
    /// <returns>The clear key; the caller compares its check value and disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Unwrap(ReadOnlySpan<byte> keyEncryptionKey, As2805KeyVariant variant, ReadOnlySpan<byte> cryptogram)
    {
        CheckLength(cryptogram.Length, "wrapped key");
        using BlockCipher cipher = CreateVariant(keyEncryptionKey, variant);
        var key = new SecretBuffer(cryptogram.Length);
        cipher.DecryptCbc(ZeroIv, cryptogram, key.Span);
        return key;
    }

    private static BlockCipher CreateVariant(ReadOnlySpan<byte> keyEncryptionKey, As2805KeyVariant variant)
    {
        CheckLength(keyEncryptionKey.Length, "key encryption key");
        if (!Enum.IsDefined(variant))
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"There is no AS 2805 key variant with the mask {(int)variant:X4}.");
        }

        using var masked = SecretBuffer.CopyOf(keyEncryptionKey);
        Span<byte> mask = stackalloc byte[MaskLength];
        BinaryPrimitives.WriteUInt16BigEndian(mask, (ushort)variant);
        for (int i = 0; i < masked.Length; i += MaskLength)
        {
            Bytes.Xor(masked.Span.Slice(i, MaskLength), mask);
        }

        return BlockCipher.CreateTdes(masked.Span);
    }

    private static void CheckLength(int length, string what)
    {
        if (length is not (16 or 24))
        {
            throw new CryptographyException(CryptographyError.InvalidKey,
                $"AS 2805 wraps TDES keys of 16 or 24 bytes under TDES keys, but the {what} has {length}.");
        }
    }
}

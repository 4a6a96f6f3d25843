using System.Globalization;
using System.Numerics;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.As2805;

/// <summary>
/// The proof of two nodes that they hold the same key encryption key (AS 2805.6.2): one sends a random number under a variant of it, the
/// other answers with its complement under another variant.
/// </summary>
public static class As2805KekValidation
{
    private static ReadOnlySpan<byte> ZeroIv => [0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Encrypts the random number that is sent.</summary>
    /// <param name="keyEncryptionKey">16 or 24 bytes.</param>
    /// <param name="mask">The mask that makes the variant, over every two bytes: 0x8282 or 0x82C0.</param>
    /// <param name="randomKey">8, 16 or 24 bytes.</param>
    /// <returns>As long as <paramref name="randomKey"/>.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static byte[] Send(ReadOnlySpan<byte> keyEncryptionKey, ushort mask, ReadOnlySpan<byte> randomKey)
    {
        using BlockCipher cipher = Variant(keyEncryptionKey, mask);
        CheckLength(randomKey.Length);
        byte[] sent = new byte[randomKey.Length];
        cipher.EncryptCbc(ZeroIv, randomKey, sent);
        return sent;
    }

    /// <summary>Makes the answer to a random number that was received: its complement with odd parity, under the other variant.</summary>
    /// <param name="keyEncryptionKey">16 or 24 bytes.</param>
    /// <param name="sendMask">The mask of the variant of <paramref name="sent"/>.</param>
    /// <param name="receiveMask">The mask of the variant of the answer: 0x8484 or 0x84C0.</param>
    /// <param name="sent">What <see cref="Send"/> returned: 8, 16 or 24 bytes.</param>
    /// <returns>As long as <paramref name="sent"/>.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static byte[] Receive(ReadOnlySpan<byte> keyEncryptionKey, ushort sendMask, ushort receiveMask, ReadOnlySpan<byte> sent)
    {
        CheckLength(sent.Length);
        using var answer = new SecretBuffer(sent.Length);
        using (BlockCipher incoming = Variant(keyEncryptionKey, sendMask))
        {
            incoming.DecryptCbc(ZeroIv, sent, answer.Span);
        }

        foreach (ref byte value in answer.Span)
        {
            value = (byte)~value;
            value ^= (byte)(1 ^ (BitOperations.PopCount(value) & 1));
        }

        using BlockCipher outgoing = Variant(keyEncryptionKey, receiveMask);
        byte[] received = new byte[sent.Length];
        outgoing.EncryptCbc(ZeroIv, answer.Span, received);
        return received;
    }

    private static BlockCipher Variant(ReadOnlySpan<byte> keyEncryptionKey, ushort mask)
    {
        if (keyEncryptionKey.Length is not (16 or 24))
        {
            throw new CryptographyException(
                CryptographyError.InvalidKey, string.Create(CultureInfo.InvariantCulture,
                    $"A key encryption key of AS 2805 has 16 or 24 bytes, but this one has {keyEncryptionKey.Length}."));
        }

        using var masked = SecretBuffer.CopyOf(keyEncryptionKey);
        for (int i = 0; i < masked.Length; i += sizeof(ushort))
        {
            masked.Span[i] ^= (byte)(mask >> 8);
            masked.Span[i + 1] ^= (byte)mask;
        }

        return BlockCipher.CreateTdes(masked.Span);
    }

    private static void CheckLength(int length)
    {
        if (length is not (8 or 16 or 24))
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                string.Create(CultureInfo.InvariantCulture, $"A random key of AS 2805 has 8, 16 or 24 bytes, but this one has {length}."));
        }
    }
}

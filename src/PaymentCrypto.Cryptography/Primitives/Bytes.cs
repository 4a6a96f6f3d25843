using System.Runtime.InteropServices;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>Arithmetic on byte strings.</summary>
internal static class Bytes
{
    /// <summary>XORs the second into the first; both have the same length, or the second is longer.</summary>
    public static void Xor(Span<byte> target, ReadOnlySpan<byte> other)
    {
        // Blocks are whole words; a rest is what is left of a message's last block.
        other = other[..target.Length];
        Span<ulong> words = MemoryMarshal.Cast<byte, ulong>(target);
        ReadOnlySpan<ulong> otherWords = MemoryMarshal.Cast<byte, ulong>(other);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] ^= otherWords[i];
        }

        for (int i = sizeof(ulong) * words.Length; i < target.Length; i++)
        {
            target[i] ^= other[i];
        }
    }

    /// <summary>Adds one to a big-endian number, wrapping around.</summary>
    public static void Increment(Span<byte> number)
    {
        for (int i = number.Length - 1; i >= 0 && ++number[i] == 0; i--)
        {
        }
    }
}

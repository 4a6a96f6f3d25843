namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>Arithmetic on byte strings.</summary>
internal static class Bytes
{
    /// <summary>XORs the second into the first; both have the same length, or the second is longer.</summary>
    public static void Xor(Span<byte> target, ReadOnlySpan<byte> other)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] ^= other[i];
        }
    }

    /// <summary>Adds one to a big-endian number, wrapping around.</summary>
    public static void Increment(Span<byte> number)
    {
        for (var i = number.Length - 1; i >= 0 && ++number[i] == 0; i--)
        {
        }
    }
}

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>DES and triple DES under a key that is used for a block or two and thrown away: derived keys. Its round keys never leave the stack.</summary>
internal static class TdesBlock
{
    /// <summary>Encrypts in ECB.</summary>
    /// <param name="key">24 bytes, 16 bytes (K1 K2 K1) or 8 bytes (single DES).</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory, also that of the key.</param>
    public static void Encrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input, Span<byte> output)
    {
        Span<ulong> memory = stackalloc ulong[DesSchedule.MaxLength];
        Span<ulong> schedule = DesSchedule.Expand(key, memory);
        input.CopyTo(output);
        Des.Encrypt(schedule, output[..input.Length]);
        DesSchedule.Clear(schedule);
    }
}

using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>What people and HSMs do to a key on the way from one to the other, so that both sides have other bytes.</summary>
/// <param name="Check">The cause.</param>
/// <param name="Words">What was done, in words that follow "with".</param>
/// <param name="Algorithm">The cipher of the key that comes of it.</param>
/// <param name="Value">That key; whoever gets it disposes it.</param>
internal sealed record KeyMistake(string Check, string Words, BlockCipherAlgorithm Algorithm, SecretBuffer Value) : IDisposable
{
    private const int PartLength = 8;

    // The masks of AS 2805, and those of an Atalla and of the IBM-like variants, one byte for every byte of the key.
    private static readonly byte[] Masks = [0x08, 0x10, 0x18, 0x20, 0x22, 0x24, 0x28, 0x30, 0x38, 0x45, 0x4D, 0x82, 0xA6, 0x5A, 0x6A, 0x72, 0xC0];

    /// <summary>Each mistake with a key; the caller disposes them one by one.</summary>
    public static IEnumerable<KeyMistake> Of(BlockCipherAlgorithm algorithm, SecretBuffer key)
    {
        int length = key.Length;
        if (length is 16 or 24 or 32)
        {
            yield return Halves(algorithm, key.Span);
        }

        if (length == 24)
        {
            yield return new(ExchangeCause.ProtectionKeyLength, "its first 16 bytes alone (three-key TDES sent as two-key)", algorithm,
                SecretBuffer.CopyOf(key.Span[..16]));
            yield return Thirds(algorithm, key.Span);
        }

        if (length == 32)
        {
            yield return new(ExchangeCause.ProtectionKeyLength, "its first 16 bytes alone", algorithm, SecretBuffer.CopyOf(key.Span[..16]));
        }

        if (length is 16 or 24)
        {
            BlockCipherAlgorithm other = algorithm == BlockCipherAlgorithm.Aes ? BlockCipherAlgorithm.Tdes : BlockCipherAlgorithm.Aes;
            yield return new(CryptographyError.Tr31ProtectionKeyMismatch.ToString(), $"the same bytes as a key of {other}", other,
                SecretBuffer.CopyOf(key.Span));
        }

        if (algorithm == BlockCipherAlgorithm.Tdes)
        {
            foreach (byte mask in Masks)
            {
                yield return Masked(key.Span, mask, every: true);
                yield return Masked(key.Span, mask, every: false);
            }
        }
    }

    public void Dispose() => Value.Dispose();

    private static KeyMistake Halves(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        var swapped = new SecretBuffer(key.Length);
        ComponentSwap.Halves(key, swapped.Span);
        return new(ExchangeCause.ProtectionKeyHalves, "its first and last half in the other order", algorithm, swapped);
    }

    private static KeyMistake Thirds(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        var rolled = new SecretBuffer(key.Length);
        key[..PartLength].CopyTo(rolled.Span[^PartLength..]);
        key[PartLength..].CopyTo(rolled.Span);
        return new(ExchangeCause.ProtectionKeyHalves, "its first part at the end", algorithm, rolled);
    }

    private static KeyMistake Masked(ReadOnlySpan<byte> key, byte mask, bool every)
    {
        var masked = SecretBuffer.CopyOf(key);
        for (int i = 0; i < key.Length; i += every ? 1 : PartLength)
        {
            masked.Span[i] ^= mask;
        }

        return new(ExchangeCause.ProtectionKeyVariant, $"a variant of it (0x{mask:X2} XORed to {(every ? "every byte" : "the first byte of each part")})",
            BlockCipherAlgorithm.Tdes, masked);
    }
}

using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Emv;

/// <summary>The key of one transaction, or of one script, from the key of the card.</summary>
public static class EmvSessionKey
{
    private const int CounterLength = 2;
    private const int Block = 8;
    private const string Tree = "EMV 2000 book 2, A1.3";

    /// <summary>The common session key derivation (EMV 4.3 book 2, A1.3.1).</summary>
    /// <param name="cardKey">16 bytes.</param>
    /// <param name="diversifier">
    /// 8 bytes, the third of which is not used: the application transaction counter (ATC) and six zero bytes for cryptograms, the
    /// application cryptogram for secure messaging.
    /// </param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Common(ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> diversifier, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey("EMV card key", cardKey);
        EmvKeys.CheckField("value that a session key is derived from", diversifier, Block);
        return FromDiversifier(cardKey, diversifier, "EMV 4.3 book 2, A1.3.1", steps);
    }

    /// <summary>The session key of M/Chip for cryptograms: the ATC and the unpredictable number.</summary>
    /// <param name="cardKey">16 bytes.</param>
    /// <param name="counter">The ATC: 2 bytes.</param>
    /// <param name="unpredictableNumber">Of the terminal: 4 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Mastercard(
        ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> counter, ReadOnlySpan<byte> unpredictableNumber, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey("EMV card key", cardKey);
        EmvKeys.CheckField("application transaction counter", counter, CounterLength);
        EmvKeys.CheckField("unpredictable number", unpredictableNumber, 4);
        Span<byte> diversifier = stackalloc byte[Block];
        diversifier.Clear();
        counter.CopyTo(diversifier);
        unpredictableNumber.CopyTo(diversifier[4..]);
        return FromDiversifier(cardKey, diversifier, "M/Chip 4 security, session key derivation", steps);
    }

    /// <summary>
    /// The session key of Visa for secure messaging: the ATC in the last bytes of the left half, its complement in those of the right.
    /// Cryptograms of Visa (CVN 10) have no session key: the card key itself makes them.
    /// </summary>
    /// <param name="cardKey">16 bytes.</param>
    /// <param name="counter">The ATC: 2 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Visa(ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> counter, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey("EMV card key", cardKey);
        EmvKeys.CheckField("application transaction counter", counter, CounterLength);
        var key = SecretBuffer.CopyOf(cardKey);
        for (int i = 0; i < CounterLength; i++)
        {
            key.Span[Block - CounterLength + i] ^= counter[i];
            key.Span[(2 * Block) - CounterLength + i] ^= (byte)~counter[i];
        }

        DesParity.MakeOdd(key.Span);
        steps?.Add("XOR the ATC and its complement into the card key, odd parity", "Visa Integrated Circuit Card Specification, appendix B.4", cardKey, null,
            key.Span, StepValueKind.TdesKey, StepValueKind.TdesKey);
        return key;
    }

    /// <summary>The session key of American Express for secure messaging: as <see cref="Visa"/>. No published value confirms it.</summary>
    /// <param name="cardKey">16 bytes.</param>
    /// <param name="counter">The ATC: 2 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Amex(ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> counter, CalculationSteps? steps = null)
        => Visa(cardKey, counter, steps);

    /// <summary>The session key of UnionPay (PBOC 3.0 part 7): the ATC and its complement encrypted. No published value confirms it.</summary>
    /// <param name="cardKey">16 bytes.</param>
    /// <param name="counter">The ATC: 2 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer UnionPay(ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> counter, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey("EMV card key", cardKey);
        EmvKeys.CheckField("application transaction counter", counter, CounterLength);
        Span<byte> data = stackalloc byte[2 * Block];
        data.Clear();
        for (int i = 0; i < CounterLength; i++)
        {
            data[Block - CounterLength + i] = counter[i];
            data[(2 * Block) - CounterLength + i] = (byte)~counter[i];
        }

        SecretBuffer key = EmvKeys.Encrypt(cardKey, data);
        steps?.AddTdes("Encrypt the ATC and its complement for the session key, odd parity", "PBOC 3.0 part 7", data, cardKey, key.Span, StepValueKind.TdesKey);
        return key;
    }

    /// <summary>The tree of session keys of EMV 2000, with branches of 4, height 8 and an initial vector of zeros.</summary>
    /// <param name="cardKey">16 bytes.</param>
    /// <param name="counter">The ATC: 2 bytes.</param>
    /// <param name="steps">Collects the steps: one for each level.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Emv2000(ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> counter, CalculationSteps? steps = null)
    {
        // The tree of 4 to the power of 8 leaves has one for each of the 65536 values of the counter.
        const int BranchBits = 2;
        const int Height = 8;
        EmvKeys.CheckKey("EMV card key", cardKey);
        EmvKeys.CheckField("application transaction counter", counter, CounterLength);
        int leaf = (counter[0] << 8) | counter[1];
        using var grandparent = new SecretBuffer(EmvKeys.Length);
        using var parent = SecretBuffer.CopyOf(cardKey);
        Span<byte> data = stackalloc byte[EmvKeys.Length];
        var key = new SecretBuffer(EmvKeys.Length);
        for (int level = 1; level <= Height; level++)
        {
            byte branch = (byte)((leaf >> (BranchBits * (Height - level))) & ((1 << BranchBits) - 1));
            grandparent.Span.CopyTo(data);
            data[Block - 1] ^= branch;
            data[^1] ^= (byte)(branch ^ 0xF0);
            TdesBlock.Encrypt(parent.Span, data, key.Span);
            if (level == Height)
            {
                // A leaf must not be a node of a deeper tree.
                Bytes.Xor(key.Span, grandparent.Span);
                DesParity.MakeOdd(key.Span);
            }

            steps?.AddTdes(
                level == Height
                    ? "Derive the session key, odd parity"
                    : "Derive the next key on the way to the leaf", Tree, data, parent.Span, key.Span, StepValueKind.TdesKey);
            parent.Span.CopyTo(grandparent.Span);
            key.Span.CopyTo(parent.Span);
        }

        CryptographicOperations.ZeroMemory(data);
        return key;
    }

    private static SecretBuffer FromDiversifier(ReadOnlySpan<byte> cardKey, ReadOnlySpan<byte> diversifier, string clause, CalculationSteps? steps)
    {
        Span<byte> data = stackalloc byte[2 * Block];
        diversifier.CopyTo(data);
        diversifier.CopyTo(data[Block..]);
        data[2] = 0xF0;
        data[Block + 2] = 0x0F;
        SecretBuffer key = EmvKeys.Encrypt(cardKey, data);
        steps?.AddTdes("Encrypt the value with F0 and 0F as its third byte for the session key, odd parity", clause, data, cardKey, key.Span,
            StepValueKind.TdesKey);
        return key;
    }
}

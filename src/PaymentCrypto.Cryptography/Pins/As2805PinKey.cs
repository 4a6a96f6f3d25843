using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>The PIN key of one transaction by AS 2805.6.2: derived from the terminal's PIN key, the trace number and the amount.</summary>
public static class As2805PinKey
{
    private const int BlockSize = 8;
    private const string Clause = "AS 2805.6.2:2002 annex D";

    /// <summary>Derives the key.</summary>
    /// <param name="pinKey">The terminal's PIN encryption key: TDES.</param>
    /// <param name="traceNumber">System trace audit number: 6 decimal digits.</param>
    /// <param name="amount">Amount of the transaction: 12 decimal digits.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them. Parity is not adjusted.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer Derive(BlockCipher pinKey, ReadOnlySpan<char> traceNumber, ReadOnlySpan<char> amount, CalculationSteps? steps = null)
    {
        PinVerificationKey.Require(pinKey);
        CardDigits.Check("system trace audit number", traceNumber, 6, 6);
        CardDigits.Check("transaction amount", amount, 12, 12);

        // The trace number from the left of the first block, the amount to the right of the second, zeros between.
        Span<byte> data = stackalloc byte[2 * BlockSize];
        data.Clear();
        CardDigits.Pack(traceNumber, data, 0);
        CardDigits.Pack(amount, data, (4 * BlockSize) - amount.Length);
        Span<byte> zero = stackalloc byte[BlockSize];
        zero.Clear();
        Span<byte> first = stackalloc byte[2 * BlockSize];
        pinKey.EncryptCbc(zero, data, first);
        var key = new SecretBuffer(2 * BlockSize);
        pinKey.EncryptCbc(first[BlockSize..], data, key.Span);
        Bytes.Xor(key.Span, data);
        steps?.Add("Derive the key from trace number and amount", Clause, data, pinKey, key.Span, outputKind: StepValueKind.TdesKey);
        CryptographicOperations.ZeroMemory(first);
        return key;
    }
}

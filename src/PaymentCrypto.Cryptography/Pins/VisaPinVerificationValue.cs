using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>The PIN verification value of Visa (PVV).</summary>
public static class VisaPinVerificationValue
{
    /// <summary>How many digits the value has.</summary>
    public const int Length = 4;

    private const string Clause = "Visa Payment Technology Standards Manual, PVV";

    /// <summary>Computes the value.</summary>
    /// <param name="key">The PIN verification key: TDES.</param>
    /// <param name="pan">12 to 19 decimal digits with the check digit.</param>
    /// <param name="keyIndex">The PIN verification key index: 0 to 9, on a card 1 to 6.</param>
    /// <param name="pin">4 to 12 decimal digits, of which the first four count.</param>
    /// <param name="value">Receives 4 decimal digits.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Generate(
        BlockCipher key, ReadOnlySpan<char> pan, int keyIndex, ReadOnlySpan<char> pin, Span<char> value, CalculationSteps? steps = null)
    {
        PinVerificationKey.Require(key);
        CardDigits.Check("PAN", pan, 12, 19);
        PinDigits.Check(pin);
        if (keyIndex is < 0 or > 9)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A PIN verification key index is one digit, 0 to 9, not {keyIndex}.");
        }

        Span<char> digits = stackalloc char[16];
        pan[^12..^1].CopyTo(digits);
        digits[11] = (char)('0' + keyIndex);
        pin[..Length].CopyTo(digits[12..]);
        Span<byte> block = stackalloc byte[8];
        block.Clear();
        CardDigits.Pack(digits, block, 0);
        steps?.AddBlock("Build the transformed security parameter", Clause, digits, block, StepValueKind.Pin, StepValueKind.Pin);
        Span<byte> encrypted = stackalloc byte[8];
        key.EncryptEcb(block, encrypted);
        steps?.Add("Encrypt it", Clause, block, key, encrypted, StepValueKind.Pin);
        CardDigits.Decimalise(encrypted, 0, value[..Length]);
        steps?.AddDigits("Decimalise, A to F as 0 to 5", Clause, encrypted, value[..Length]);
        digits.Clear();
        CryptographicOperations.ZeroMemory(block);
        CryptographicOperations.ZeroMemory(encrypted);
    }

    /// <summary>Compares a value with the computed one, in constant time.</summary>
    /// <param name="key">As in <see cref="Generate"/>.</param>
    /// <param name="pan">As in <see cref="Generate"/>.</param>
    /// <param name="keyIndex">As in <see cref="Generate"/>.</param>
    /// <param name="pin">As in <see cref="Generate"/>.</param>
    /// <param name="value">The value to check: 4 decimal digits.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>Whether it is the value of this PIN.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static bool Verify(
        BlockCipher key, ReadOnlySpan<char> pan, int keyIndex, ReadOnlySpan<char> pin, ReadOnlySpan<char> value, CalculationSteps? steps = null)
    {
        CardDigits.Check("PIN verification value", value, Length, Length);
        Span<char> expected = stackalloc char[Length];
        Generate(key, pan, keyIndex, pin, expected, steps);
        bool same = CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(expected), MemoryMarshal.AsBytes(value));
        expected.Clear();
        return same;
    }
}

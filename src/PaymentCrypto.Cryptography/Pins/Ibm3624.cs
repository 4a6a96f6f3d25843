using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>
/// PINs by IBM 3624: the natural PIN comes from the card's data and a key; an offset, digit by digit without carry, makes it any other. An
/// offset that is shorter than the PIN is for its rightmost digits, as IBM's common cryptographic architecture has it.
/// </summary>
public static class Ibm3624
{
    private const string Clause = "IBM 3624 (z/OS ICSF Application Programmer's Guide, PIN calculation methods)";

    /// <summary>Computes the natural PIN.</summary>
    /// <param name="key">The PIN verification key: TDES.</param>
    /// <param name="parameters">Table and validation data.</param>
    /// <param name="pin">Receives as many decimal digits as it is long: 4 to 12. The caller clears them.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void NaturalPin(BlockCipher key, Ibm3624Parameters parameters, Span<char> pin, CalculationSteps? steps = null)
    {
        PinVerificationKey.Require(key);
        CheckLength("PIN", pin.Length);
        Span<char> padded = stackalloc char[16];
        padded.Fill(parameters.PadCharacter);
        parameters.ValidationData.CopyTo(padded);
        Span<byte> block = stackalloc byte[8];
        Span<byte> encrypted = stackalloc byte[8];
        HexText.TryDecode(padded, block, out _);
        key.EncryptEcb(block, encrypted);
        steps?.Add("Encrypt the padded validation data", Clause, block, key, encrypted, outputKind: StepValueKind.Pin);
        for (int i = 0; i < pin.Length; i++)
        {
            pin[i] = parameters.DecimalizationTable[(encrypted[i / 2] >> (i % 2 == 0 ? 4 : 0)) & 0xF];
        }

        steps?.AddDigits("Decimalise by the table: the natural PIN", Clause, encrypted, pin, StepValueKind.Pin);
        padded.Clear();
        CryptographicOperations.ZeroMemory(block);
        CryptographicOperations.ZeroMemory(encrypted);
    }

    /// <summary>Computes the offset of a PIN.</summary>
    /// <param name="key">As in <see cref="NaturalPin"/>.</param>
    /// <param name="parameters">As in <see cref="NaturalPin"/>.</param>
    /// <param name="pin">4 to 12 decimal digits.</param>
    /// <param name="offset">Receives as many decimal digits as it is long: 4 to as many as the PIN has.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Offset(BlockCipher key, Ibm3624Parameters parameters, ReadOnlySpan<char> pin, Span<char> offset, CalculationSteps? steps = null)
    {
        PinDigits.Check(pin);
        if (offset.Length < PinDigits.Shortest || offset.Length > pin.Length)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument, $"An offset has {PinDigits.Shortest} digits to as many as the PIN has, not {offset.Length}.");
        }

        Span<char> natural = stackalloc char[pin.Length];
        NaturalPin(key, parameters, natural, steps);
        for ((int i, int at) = (0, pin.Length - offset.Length); i < offset.Length; i++, at++)
        {
            offset[i] = (char)('0' + ((pin[at] - natural[at] + 10) % 10));
        }

        steps?.AddText("Subtract the natural PIN from the PIN, digit by digit modulo 10", Clause, pin, offset, StepValueKind.Pin, StepValueKind.Data);
        natural.Clear();
    }

    /// <summary>Computes the PIN that an offset stands for.</summary>
    /// <param name="key">As in <see cref="NaturalPin"/>.</param>
    /// <param name="parameters">As in <see cref="NaturalPin"/>.</param>
    /// <param name="offset">4 to 12 decimal digits.</param>
    /// <param name="pin">Receives as many decimal digits as it is long: as many as the offset has, to 12. The caller clears them.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void PinFromOffset(BlockCipher key, Ibm3624Parameters parameters, ReadOnlySpan<char> offset, Span<char> pin, CalculationSteps? steps = null)
    {
        CardDigits.Check("PIN offset", offset, PinDigits.Shortest, PinDigits.Longest);
        if (pin.Length < offset.Length)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument, $"An offset of {offset.Length} digits is for a PIN at least as long, not one of {pin.Length}.");
        }

        NaturalPin(key, parameters, pin, steps);
        Span<char> changed = pin[^offset.Length..];
        for (int i = 0; i < offset.Length; i++)
        {
            changed[i] = (char)('0' + ((changed[i] - '0' + offset[i] - '0') % 10));
        }

        steps?.AddText("Add the offset to the natural PIN, digit by digit modulo 10", Clause, offset, pin, StepValueKind.Data, StepValueKind.Pin);
    }

    /// <summary>Compares a PIN with the one that an offset stands for, in constant time.</summary>
    /// <param name="key">As in <see cref="NaturalPin"/>.</param>
    /// <param name="parameters">As in <see cref="NaturalPin"/>.</param>
    /// <param name="offset">4 to 12 decimal digits.</param>
    /// <param name="pin">4 to 12 decimal digits.</param>
    /// <param name="checkLength">How many of the rightmost digits are compared: 4 to as many as the offset has.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>Whether the PIN is right; never when it has fewer digits than are compared.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static bool Verify(
        BlockCipher key, Ibm3624Parameters parameters, ReadOnlySpan<char> offset, ReadOnlySpan<char> pin, int checkLength, CalculationSteps? steps = null)
    {
        PinDigits.Check(pin);
        if (checkLength < PinDigits.Shortest || checkLength > offset.Length)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument, $"{PinDigits.Shortest} digits to as many as the offset has can be compared, not {checkLength}.");
        }

        Span<char> expected = stackalloc char[Math.Max(pin.Length, offset.Length)];
        PinFromOffset(key, parameters, offset, expected, steps);
        bool same = pin.Length >= checkLength
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(expected[^checkLength..]), MemoryMarshal.AsBytes(pin[^checkLength..]));
        expected.Clear();
        return same;
    }

    private static void CheckLength(string field, int length)
    {
        if (length is < PinDigits.Shortest or > PinDigits.Longest)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument, $"A {field} has {PinDigits.Shortest} to {PinDigits.Longest} digits, not {length}.");
        }
    }
}

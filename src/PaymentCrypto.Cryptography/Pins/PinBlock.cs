using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>Clear PIN blocks of 8 bytes: ISO 9564-1 formats 0 to 3. Format 4 is <see cref="AesPinBlock"/>.</summary>
public static class PinBlock
{
    /// <summary>Length of a block in bytes.</summary>
    public const int Length = 8;

    /// <summary>Puts a PIN into a block. The block is as secret as the PIN: the caller encrypts it and zeroes it.</summary>
    /// <param name="format">Format 0, 1, 2 or 3.</param>
    /// <param name="pin">4 to 12 decimal digits.</param>
    /// <param name="pan">12 to 19 decimal digits with the check digit, for formats 0 and 3; not looked at otherwise.</param>
    /// <param name="block">Receives 8 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Encode(PinBlockFormat format, ReadOnlySpan<char> pin, ReadOnlySpan<char> pan, Span<byte> block, CalculationSteps? steps = null)
    {
        PinDigits.Check(pin);
        block = block[..Length];
        switch (format)
        {
            case PinBlockFormat.Iso0 or PinBlockFormat.Iso2:
                block.Fill(0xFF);
                break;
            case PinBlockFormat.Iso1:
                RandomNumberGenerator.Fill(block);
                break;
            case PinBlockFormat.Iso3:
                PinDigits.FillWithLetters(block);
                break;
            default:
                throw NotOfEightBytes(format);
        }

        PinDigits.Write(pin, (int)format, block);
        steps?.AddBlock("Build the PIN field", Clause(format), pin, block, StepValueKind.Pin, StepValueKind.Pin);
        if (TakesPan(format))
        {
            XorPan(pan, block);
            steps?.AddBlock("XOR the PAN field", Clause(format), pan, block, outputKind: StepValueKind.Pin);
        }
    }

    /// <summary>Takes the PIN out of a clear block.</summary>
    /// <param name="format">Format 0, 1, 2 or 3.</param>
    /// <param name="block">8 bytes.</param>
    /// <param name="pan">As for <see cref="Encode"/>.</param>
    /// <param name="pin">Receives up to 12 digits; the caller clears them. Nothing is left there when the block is refused.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>How many digits the PIN has.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.PinBlock"/>: control field, length, digits or fill are not of the format, one text for all of them, so
    /// that nobody learns about a PIN by trying blocks. <see cref="CryptographyError.InvalidArgument"/>: PAN or format.
    /// </exception>
    public static int Decode(PinBlockFormat format, ReadOnlySpan<byte> block, ReadOnlySpan<char> pan, Span<char> pin, CalculationSteps? steps = null)
    {
        (int lowestFill, int highestFill) = format switch
        {
            PinBlockFormat.Iso0 or PinBlockFormat.Iso2 => (0xF, 0xF),
            PinBlockFormat.Iso1 => (0x0, 0xF),
            PinBlockFormat.Iso3 => (0xA, 0xF),
            _ => throw NotOfEightBytes(format),
        };
        if (block.Length != Length)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A PIN block of {format} has {Length} bytes, but this one has {block.Length}.");
        }

        Span<byte> field = stackalloc byte[Length];
        block.CopyTo(field);
        if (TakesPan(format))
        {
            XorPan(pan, field);
            steps?.Add("XOR the PAN field", Clause(format), block, null, field, StepValueKind.Pin, StepValueKind.Pin);
        }

        int length = PinDigits.Read(field, (int)format, lowestFill, highestFill, pin);
        if (length > 0)
        {
            steps?.AddDigits("Read the PIN", Clause(format), field, pin[..length], StepValueKind.Pin);
        }

        CryptographicOperations.ZeroMemory(field);
        return length > 0 ? length : throw PinDigits.NotAPinBlock();
    }

    private static bool TakesPan(PinBlockFormat format) => format is PinBlockFormat.Iso0 or PinBlockFormat.Iso3;

    // ISO 9564-1, 9.3.2.3: the twelve rightmost digits without the check digit, right-justified after four zeros.
    private static void XorPan(ReadOnlySpan<char> pan, Span<byte> block)
    {
        CardDigits.Check("PAN", pan, 12, 19);
        Span<byte> field = stackalloc byte[Length];
        field.Clear();
        ReadOnlySpan<char> digits = pan[Math.Max(0, pan.Length - 13)..^1];
        CardDigits.Pack(digits, field, 16 - digits.Length);
        Bytes.Xor(block, field);
        CryptographicOperations.ZeroMemory(field);
    }

    private static string Clause(PinBlockFormat format) => format switch
    {
        PinBlockFormat.Iso0 => "ISO 9564-1:2017 9.3.2",
        PinBlockFormat.Iso1 => "ISO 9564-1:2017 9.3.3",
        PinBlockFormat.Iso2 => "ISO 9564-1:2017 9.3.4",
        _ => "ISO 9564-1:2017 9.3.5",
    };

    private static CryptographyException NotOfEightBytes(PinBlockFormat format)
        => new(CryptographyError.InvalidArgument, $"{format} is not a PIN block format of 8 bytes: formats 0, 1, 2 and 3 are.");
}

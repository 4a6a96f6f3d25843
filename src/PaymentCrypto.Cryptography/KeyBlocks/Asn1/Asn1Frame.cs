using System.Globalization;

namespace PaymentCrypto.Cryptography.KeyBlocks.Asn1;

/// <summary>
/// Compares the length that the outermost element announces with the bytes that are there, so that the two commonest accidents,
/// a truncated copy and something pasted behind, are told apart from a wrong structure.
/// </summary>
internal static class Asn1Frame
{
    private const byte IndefiniteLength = 0x80;

    /// <summary>The whole length of the first element of <paramref name="input"/>, or null when it is indefinite or not a length at all.</summary>
    public static long? AnnouncedLength(ReadOnlySpan<byte> input)
    {
        if (input.Length < 2 || input[1] == IndefiniteLength)
        {
            return null;
        }

        if (input[1] < IndefiniteLength)
        {
            return 2 + input[1];
        }

        int digits = input[1] & 0x7F;
        if (digits > 4 || input.Length < 2 + digits)
        {
            return null;
        }

        long length = 0;
        foreach (byte digit in input.Slice(2, digits))
        {
            length = (length << 8) | digit;
        }

        return 2 + digits + length;
    }

    /// <summary>Refuses an input that is not exactly one SEQUENCE of the announced length.</summary>
    public static void Check(ReadOnlySpan<byte> input, int maximumLength, string what, FrameErrors errors)
    {
        if (input.Length > maximumLength)
        {
            throw new CryptographyException(errors.TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The {what} is {input.Length} bytes long; at most {maximumLength} are read."));
        }

        if (input.IsEmpty || input[0] != 0x30)
        {
            throw new CryptographyException(errors.Malformed, input.IsEmpty
                ? $"The {what} is empty."
                : string.Create(CultureInfo.InvariantCulture, $"The {what} starts with 0x{input[0]:X2}; DER starts with a SEQUENCE, 0x30."));
        }

        if (AnnouncedLength(input) is not { } announced || announced == input.Length)
        {
            return;
        }

        throw announced > input.Length
            ? new CryptographyException(errors.Truncated, string.Create(
                CultureInfo.InvariantCulture, $"The {what} announces {announced} bytes and has {input.Length}: it is cut off."))
            : new CryptographyException(errors.TrailingData, string.Create(
                CultureInfo.InvariantCulture, $"The {what} announces {announced} bytes and has {input.Length}: something follows it."));
    }
}

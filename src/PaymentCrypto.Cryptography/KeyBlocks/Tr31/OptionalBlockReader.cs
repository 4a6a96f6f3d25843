using System.Globalization;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// Splits the optional blocks of a header. The extended length has two readings in the field (see <see cref="Tr31LengthForm"/>), and
/// some lengths fit both: then the reading is right under which all the blocks, and what follows them, make sense.
/// </summary>
internal static class OptionalBlockReader
{
    private const int IdLength = 2;
    private const int ShortHeaderLength = 4;
    private const int ExtendedPrefixLength = 6;

    /// <summary>Reads the blocks.</summary>
    /// <param name="text">Everything after the first 16 characters.</param>
    /// <param name="count">How many blocks the header announces.</param>
    /// <param name="restIsPayload">Whether a payload follows; otherwise nothing may.</param>
    /// <param name="findings">Receives deviations.</param>
    /// <param name="consumed">How many characters the blocks take.</param>
    /// <returns>The blocks in their order.</returns>
    public static Tr31OptionalBlock[] Read(ReadOnlySpan<char> text, int count, bool restIsPayload, Findings findings, out int consumed)
    {
        if (count == 0)
        {
            consumed = 0;
            return [];
        }

        var extents = new Extent[count];
        string? error = Split(text, extents, Tr31LengthForm.ExtendedCharacters, out consumed);
        if ((error is not null || !RestFits(text[consumed..], restIsPayload)) && text.IndexOf("00") >= 0)
        {
            var others = new Extent[count];
            if (Split(text, others, Tr31LengthForm.ExtendedBytes, out int otherwise) is null && RestFits(text[otherwise..], restIsPayload))
            {
                (extents, error, consumed) = (others, null, otherwise);
            }
        }

        return error is null
            ? Materialise(text, extents, findings)
            : throw new CryptographyException(CryptographyError.Tr31OptionalBlock, error);
    }

    private static bool RestFits(ReadOnlySpan<char> rest, bool restIsPayload) => restIsPayload ? HexText.IsHex(rest) : rest.IsEmpty;

    /// <summary>Finds where each block begins and ends; returns what is wrong, or null.</summary>
    private static string? Split(ReadOnlySpan<char> text, Span<Extent> extents, Tr31LengthForm preferred, out int consumed)
    {
        consumed = 0;
        for (int i = 0; i < extents.Length; i++)
        {
            ReadOnlySpan<char> rest = text[consumed..];
            string? error = Measure(rest, i + 1, extents.Length, preferred, consumed, out extents[i]);
            if (error is not null)
            {
                return error;
            }

            ReadOnlySpan<char> id = rest[..IdLength];
            for (int j = 0; j < i; j++)
            {
                if (text.Slice(extents[j].Start, IdLength).SequenceEqual(id))
                {
                    return $"Optional block {id} occurs twice; each identifier may stand once.";
                }
            }

            if (id is "PB" && i != extents.Length - 1)
            {
                return $"The padding block PB must be the last optional block, but it is number {i + 1} of {extents.Length}.";
            }

            consumed += extents[i].Length;
        }

        return null;
    }

    private static string? Measure(ReadOnlySpan<char> rest, int number, int count, Tr31LengthForm preferred, int start, out Extent extent)
    {
        extent = default;
        if (rest.Length < ShortHeaderLength)
        {
            return $"The header announces {count} optional blocks, but the text ends inside the identifier and length of number {number}.";
        }

        if (!char.IsAsciiLetterOrDigit(rest[0]) || !char.IsAsciiLetterOrDigit(rest[1]))
        {
            return $"Optional block {number} of {count} begins with \"{Printable.Quote(rest[..IdLength])}\"; an identifier is two letters or digits. " +
                "Is the block count or the length of the block before wrong?";
        }

        ReadOnlySpan<char> id = rest[..IdLength];
        if (!TryHex(rest[IdLength..ShortHeaderLength], out int length))
        {
            return $"The length of optional block {id} is \"{Printable.Quote(rest[IdLength..ShortHeaderLength])}\"; it must be two hex digits.";
        }

        if (length == 0)
        {
            return MeasureExtended(rest, preferred, start, out extent);
        }

        if (length < ShortHeaderLength)
        {
            return $"Optional block {id} says it is {length} characters long; with its own identifier and length it cannot be shorter than 4.";
        }

        if (length > rest.Length)
        {
            return $"Optional block {id} says it is {length} characters long, but only {rest.Length} are left.";
        }

        extent = new Extent(start, ShortHeaderLength, length, Tr31LengthForm.Short);
        return null;
    }

    private static string? MeasureExtended(ReadOnlySpan<char> rest, Tr31LengthForm preferred, int start, out Extent extent)
    {
        extent = default;
        ReadOnlySpan<char> id = rest[..IdLength];
        if (rest.Length < ExtendedPrefixLength || !TryHex(rest[ShortHeaderLength..ExtendedPrefixLength], out int digits) || digits == 0)
        {
            return $"Optional block {id} announces an extended length (00), but the two hex digits that say how long the length is are missing, " +
                "malformed or zero.";
        }

        Tr31LengthForm other = preferred == Tr31LengthForm.ExtendedCharacters ? Tr31LengthForm.ExtendedBytes : Tr31LengthForm.ExtendedCharacters;
        return TryExtended(rest, digits, preferred, start, out extent) || TryExtended(rest, digits, other, start, out extent)
            ? null
            : $"Optional block {id} announces an extended length of {digits} characters (X9.143) or {digits} bytes (TR-31:2018), but under neither " +
                $"reading is it a hex number between the block's own header and the {rest.Length} characters that are left.";
    }

    private static bool TryExtended(ReadOnlySpan<char> rest, int digits, Tr31LengthForm form, int start, out Extent extent)
    {
        extent = default;
        int header = ExtendedPrefixLength + (form == Tr31LengthForm.ExtendedBytes ? 2 * digits : digits);
        if (header > rest.Length || !TryHex(rest[ExtendedPrefixLength..header], out int length) || length < header || length > rest.Length)
        {
            return false;
        }

        extent = new Extent(start, header, length, form);
        return true;
    }

    private static Tr31OptionalBlock[] Materialise(ReadOnlySpan<char> text, Extent[] extents, Findings findings)
    {
        var blocks = new Tr31OptionalBlock[extents.Length];
        for (int i = 0; i < blocks.Length; i++)
        {
            (int start, int header, int length, Tr31LengthForm form) = extents[i];
            ReadOnlySpan<char> whole = text.Slice(start, length);
            CheckLengthForm(whole[..IdLength], whole[IdLength..header], form, findings);
            blocks[i] = OptionalBlockContent.Read(whole[..IdLength].ToString(), whole[header..].ToString(), findings).AsReceived(whole.ToString(), form);
        }

        return blocks;
    }

    /// <summary>A length that is understood, but that X9.143 writes otherwise.</summary>
    private static void CheckLengthForm(ReadOnlySpan<char> id, ReadOnlySpan<char> length, Tr31LengthForm form, Findings findings)
    {
        if (WrittenForm.HasLowerCase(length))
        {
            findings.Deviation(
                CryptographyError.Tr31OptionalBlock, $"The length of optional block {id} is \"{length}\"; X9.143 writes hex digits in upper case.");
        }

        if (form == Tr31LengthForm.ExtendedBytes)
        {
            findings.Deviation(
                CryptographyError.Tr31OptionalBlock,
                $"The length of optional block {id} is \"{length}\", which counts its own digits in bytes as TR-31:2018 was read; X9.143 counts characters.");
        }
    }

    private static bool TryHex(ReadOnlySpan<char> text, out int value)
    {
        value = 0;

        // Leading zeros may make a length field longer than any number it can hold.
        ReadOnlySpan<char> digits = text.TrimStart('0');
        return HexText.IsHex(text) && digits.Length <= 6
            && (digits.IsEmpty || int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value));
    }

    private readonly record struct Extent(int Start, int HeaderLength, int Length, Tr31LengthForm Form);
}

using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>Reads the clear part of a key block: the first four import checks.</summary>
internal static class HeaderReader
{
    private const string UnusedKeyVersion = "00";

    /// <summary>Printable ASCII, a whole fixed part, a known version letter.</summary>
    public static void CheckCharacters(ReadOnlySpan<char> text)
    {
        int odd = text.IndexOfAnyExceptInRange(' ', '~');
        if (odd >= 0)
        {
            string what = text[odd] is '\r' or '\n' ? "a line break" : $"U+{(int)text[odd]:X4}";
            throw new CryptographyException(
                CryptographyError.Tr31Characters,
                $"Character {odd + 1} of the key block is {what}; a key block is printable ASCII only, in one line.");
        }

        if (text.Length < Tr31KeyBlockHeader.FixedLength)
        {
            throw new CryptographyException(
                CryptographyError.Tr31Characters,
                $"A key block begins with a header of {Tr31KeyBlockHeader.FixedLength} characters, but there are only {text.Length}.");
        }

        if (text[0] is < 'A' or > 'E')
        {
            throw new CryptographyException(
                CryptographyError.Tr31Version,
                $"The version of a key block is A, B, C, D or E, but this text begins with '{text[0]}'.{HeaderHint.Of(text)}");
        }
    }

    /// <summary>The length field, when it must be true.</summary>
    public static void CheckLength(ReadOnlySpan<char> text)
    {
        int stated = ReadLength(text);
        if (stated != text.Length)
        {
            string cause = text.Length < stated ? "Was it cut when it was copied?" : "Was something appended, or a second block?";
            throw new CryptographyException(
                CryptographyError.Tr31Length,
                $"The header says that the key block has {stated} characters, but it has {text.Length}. {cause}");
        }
    }

    /// <summary>Fields and optional blocks of a text that passed <see cref="CheckCharacters"/>.</summary>
    public static Tr31KeyBlockHeader Read(ReadOnlySpan<char> text, bool restIsPayload, Findings findings, out int length)
    {
        int totalLength = ReadLength(text);
        CheckAlphanumeric(text[5..12]);
        int count = ReadCount(text[12..14]);
        CheckDefined(text, findings);
        Tr31OptionalBlock[] blocks = OptionalBlockReader.Read(text[Tr31KeyBlockHeader.FixedLength..], count, restIsPayload, findings, out int blocksLength);
        length = Tr31KeyBlockHeader.FixedLength + blocksLength;
        ReadOnlySpan<char> version = text[9..11];
        var header = new Tr31KeyBlockHeader
        {
            Version = (Tr31Version)text[0],
            TotalLength = totalLength,
            KeyUsage = Tr31KeyUsage.FromHeader(text[5], text[6]),
            Algorithm = (Tr31Algorithm)text[7],
            ModeOfUse = (Tr31ModeOfUse)text[8],
            KeyVersion = version.SequenceEqual(UnusedKeyVersion) ? UnusedKeyVersion : version.ToString(),
            Exportability = (Tr31Exportability)text[11],
            KeyContext = (Tr31KeyContext)text[14],
            Reserved = text[15],
            OwnedOptionalBlocks = blocks,
        };
        HeaderRules.Check(header, blocksLength, findings);
        return header;
    }

    private static int ReadLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        foreach (char c in text[1..5])
        {
            if (!char.IsAsciiDigit(c))
            {
                throw new CryptographyException(
                    CryptographyError.Tr31Length,
                    $"The length field is \"{Printable.Quote(text[1..5])}\"; it must be four decimal digits.");
            }

            length = (10 * length) + (c - '0');
        }

        return length;
    }

    private static void CheckAlphanumeric(ReadOnlySpan<char> fields)
    {
        foreach (char c in fields)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                throw new CryptographyException(
                    CryptographyError.Tr31HeaderField,
                    $"Usage, algorithm, mode of use, key version and exportability are \"{Printable.Quote(fields)}\"; they are letters and digits only.");
            }
        }
    }

    private static int ReadCount(ReadOnlySpan<char> count)
        => char.IsAsciiDigit(count[0]) && char.IsAsciiDigit(count[1])
            ? (10 * (count[0] - '0')) + (count[1] - '0')
            : throw new CryptographyException(
                CryptographyError.Tr31HeaderField,
                $"The number of optional blocks is \"{Printable.Quote(count)}\"; it must be two decimal digits.");

    private static void CheckDefined(ReadOnlySpan<char> text, Findings findings)
    {
        if (!Tr31KeyUsage.FromHeader(text[5], text[6]).IsKnown)
        {
            Undefined(findings, "key usage", text[5..7]);
        }

        if (!"ADEHIJRST".Contains(text[7]))
        {
            Undefined(findings, "algorithm", text[7..8]);
        }

        // ISO 20038 has letters of its own for HMAC by family of hash, and version E is its way to wrap.
        if (text[7] is 'I' or 'J' && text[0] != 'E')
        {
            Undefined(findings, "algorithm", text[7..8]);
        }

        if (!"BCDEGNSTVXY".Contains(text[8]))
        {
            Undefined(findings, "mode of use", text[8..9]);
        }

        if (!"ENS".Contains(text[11]))
        {
            // Never lenient: whoever reads a letter that nobody defined must not be left to guess whether the key may go on (X9.143 table 9).
            throw new CryptographyException(
                CryptographyError.Tr31HeaderField, $"The exportability is \"{Printable.Quote(text[11..12])}\"; only E, N and S are defined (X9.143).");
        }

        if (text[14] is < '0' or > '2')
        {
            Undefined(findings, "key context", text[14..15]);
        }

        if (text[15] != '0')
        {
            Undefined(findings, "reserved field", text[15..16]);
        }
    }

    private static void Undefined(Findings findings, string field, ReadOnlySpan<char> value)
        => findings.Deviation(CryptographyError.Tr31HeaderField, $"The {field} \"{Printable.Quote(value)}\" is proprietary or not defined by X9.143.");
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>What mails, forms, printouts and programs put around a key block, and what it is without that. A guess: what is inside decides.</summary>
internal static partial class Surroundings
{
    private const string Alone = "the key block alone";

    /// <summary>Encodings of a text that is sent: they reach into the block, so that they are taken off before anything is looked at.</summary>
    public static IEnumerable<Surrounding> Transports(string text)
    {
        if (QuotedPrintableBreak().IsMatch(text) || text.Contains("=3D", StringComparison.OrdinalIgnoreCase))
        {
            string joined = QuotedPrintableBreak().Replace(text, string.Empty);
            yield return new(
                ByteOf(joined, '=').Trim(),
                "The text is quoted-printable, as a mail has it: its lines end in '='.",
                "the text as the mail program shows it");
        }

        if (text.Contains('%', StringComparison.Ordinal))
        {
            yield return new(ByteOf(text, '%').Trim(), "The text is percent-encoded, as a web address or form has it.", "the text itself");
        }

        if (text.Contains("\\u", StringComparison.Ordinal))
        {
            string plain = Escape().Replace(text, Escaped);
            yield return new(plain, "There are JSON escapes (\\u and four digits) in the text.", "the characters themselves");
        }
    }

    /// <summary>Other text around it; looked at only when the text is nothing by itself.</summary>
    public static IEnumerable<Surrounding> Others(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > 1 && Array.TrueForAll(lines, DumpLine().IsMatch))
        {
            yield return new(
                string.Concat(lines.Select(static line => DumpLine().Match(line).Groups[1].Value)),
                "This is a dump: an address before each line, and hex digits.",
                Alone);
        }

        if (lines.Length > 1 && Array.TrueForAll(lines, NumberedLine().IsMatch))
        {
            yield return new(
                string.Concat(lines.Select(static line => NumberedLine().Replace(line, string.Empty))),
                "There are numbers before the lines, as a printout has them.",
                Alone);
        }

        if (Bytes().IsMatch(text))
        {
            yield return new(
                string.Concat(Byte().Matches(text).Select(static match => match.Groups[1].Value)),
                "These are the bytes as a program has them, each with 0x before it.",
                "the digits alone");
        }

        if (text.AsSpan().ContainsAny('-', '_') && !text.AsSpan().ContainsAnyExcept(Base64Url))
        {
            string usual = text.Replace('-', '+').Replace('_', '/');
            yield return new(
                usual.PadRight((usual.Length + 3) / 4 * 4, '='),
                "The text is base64url: - and _ stand for + and /.",
                "base64 as RFC 4648 section 4 has it");
        }

        if (PemWithoutHyphens().Match(text) is { Success: true } pem)
        {
            string label = pem.Groups[1].Value;
            yield return new(
                $"-----BEGIN {label}-----\n{pem.Groups[2].Value}\n-----END {label}-----",
                "The BEGIN and END lines have not the five hyphens of PEM before and after them.",
                $"-----BEGIN {label}-----");
        }

        if (Within(text) is { } block)
        {
            string found = string.Create(CultureInfo.InvariantCulture, $"There is other text around a key block of {block.Length} characters.");
            yield return new(block, found, Alone);
        }
    }

    private static string? Within(string text)
    {
        for (int start = 1; start <= text.Length - KeyBlockShape.HeaderLength; start++)
        {
            ReadOnlySpan<char> rest = text.AsSpan(start);
            if (rest[0] is >= 'A' and <= 'E' && KeyBlockShape.IsLike(rest)
                && KeyBlockShape.LengthOf(rest) is { } length && length > KeyBlockShape.HeaderLength && length <= rest.Length
                && !rest[..length].ContainsAnyExceptInRange(' ', '~'))
            {
                return rest[..length].ToString();
            }
        }

        return null;
    }

    private static string Escaped(Match escape) =>
        ((char)ushort.Parse(escape.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString();

    private static string ByteOf(string text, char mark)
    {
        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == mark && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                plain.Append((char)value);
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static System.Buffers.SearchValues<char> Base64Url { get; } =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_=");

    // Not before the end of a PEM block, whose base64 may end in '='.
    [GeneratedRegex(@"=[ \t]*\r?\n(?!-)", RegexOptions.CultureInvariant)]
    private static partial Regex QuotedPrintableBreak();

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    // Of one line: what stands behind two blanks is taken whatever it is, so that going back over the digits ends at the first two.
    [GeneratedRegex(
        @"\A(?:0x)?[0-9A-Fa-f]{4,8}:?\s+((?:[0-9A-Fa-f]{2,4}\s+)*[0-9A-Fa-f]{2,4})(?:\s{2}.*|\s*\|.*)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex DumpLine();

    [GeneratedRegex(@"\A[0-9]{1,6}[.:)]?\s+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedLine();

    // What separates the bytes may end the text, too: without the inner group, a long run of it before a letter would be gone over once for each of them.
    [GeneratedRegex(@"\A\W*(?>(?:0x[0-9A-Fa-f]{2}[\s,;]*){8,})\W*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bytes();

    // What a word processor makes of the hyphens is no letter either.
    [GeneratedRegex(@"BEGIN ([A-Z0-9 ]{1,40}?)[^\w+/=]*\s([A-Za-z0-9+/=\s]+?)\s[^\w+/=]*END \1", RegexOptions.CultureInvariant)]
    private static partial Regex PemWithoutHyphens();

    [GeneratedRegex("0x([0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Byte();
}

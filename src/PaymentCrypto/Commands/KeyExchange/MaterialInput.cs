using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// The one reader of wrapped keys - key blocks, TR-34 tokens and cryptograms - for every cmdlet: as text or from a file, and says in a few
/// words what they are.
/// </summary>
internal static partial class MaterialInput
{
    // The longest key material that the service takes has 9984 characters.
    private const int MostFileLength = 64 * 1024;

    // Below it hex digits may be the name of a file; a single-DES key has as many.
    private const int LeastSecretLength = 16;
    private const int LeastBase64Length = 64;

    /// <summary>A TR-31 block in one line. Its case is kept, and the blanks that are part of an optional block.</summary>
    /// <exception cref="KeyInputException">It is neither a block nor a file that can be read.</exception>
    public static string Block(PcCmdlet cmdlet, string text)
    {
        string block = OneLine(Read(cmdlet, text, "key block"));
        if (!IsTr31(block))
        {
            // The reader knows what else it may be; the service's own words would not help.
            cmdlet.Run(tools => tools.Tr31.Read(block, strict: false));
        }

        return block;
    }

    /// <summary>The text itself or that of the file, to see what it is.</summary>
    public static string Text(PcCmdlet cmdlet, string text, string what) => OneLine(Read(cmdlet, text, what));

    /// <summary>The service takes letters and digits alone (its pattern is <c>[0-9a-zA-Z]+</c>), X9.143 any printable character in an optional block.</summary>
    /// <exception cref="KeyInputException">There is another character.</exception>
    public static void RequireServiceCharacters(string block)
    {
        for (int at = 0; at < block.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(block[at]))
            {
                string where = OptionalBlockAt(block, at) is { } id ? $" in the optional block {id}" : string.Empty;
                throw new KeyInputException(
                    KeyInputFailure.Form,
                    $"The {Describe(block)} has "
                        + $"{(block[at] is > ' ' and <= '~' ? $"'{block[at]}'" : block[at] == ' ' ? "a blank" : "a character that is no ASCII")} as "
                        + $"character {at + 1}{where}; the service takes key blocks of letters and digits alone. Nothing was imported: have the sender "
                        + "leave it out.");
            }
        }
    }

    /// <summary>Hex in upper case, as the service wants it, of hex, base64, PEM or bytes.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="text">The text, or the path of a file.</param>
    /// <param name="what">What it is to the user, for errors.</param>
    /// <exception cref="KeyInputException">It is none of them.</exception>
    public static string Hex(PcCmdlet cmdlet, string text, string what) => ToHex(Read(cmdlet, text, what), what);

    /// <summary>The hex of a text in any of its forms.</summary>
    /// <exception cref="KeyInputException">It is none of them.</exception>
    public static string ToHex(string text, string what)
    {
        if (PemEncoding.TryFind(text, out PemFields pem))
        {
            return Convert.ToHexString(Convert.FromBase64String(text[pem.Base64Data]));
        }

        string compact = Compact(text);
        string digits = compact.Replace(":", string.Empty, StringComparison.Ordinal);
        if (IsHex(digits) && digits.Length % 2 == 0)
        {
            return digits.ToUpperInvariant();
        }

        byte[] decoded = new byte[compact.Length];
        return !IsHex(digits) && Convert.TryFromBase64String(compact, decoded, out int length) && length > 0
            ? Convert.ToHexString(decoded, 0, length)
            : throw new KeyInputException(
                KeyInputFailure.Form,
                IsHex(digits)
                    ? $"The {what} has {digits.Length} hex digits; two make one byte, so the number must be even. Is a digit missing?"
                    : digits is ['0', 'x' or 'X', ..]
                    ? $"The {what} begins with 0x, which is no hex digit: leave out these two characters."
                    : $"The {what} of {compact.Length} characters is not made of hex digits alone, nor is it PEM or base64: give one of them, or the path "
                        + "of a file with it, which may also have the bytes themselves.");
    }

    /// <summary>Whether a text begins as a TR-31 block does.</summary>
    public static bool IsTr31(string text) => HeaderPattern().IsMatch(text);

    /// <summary>What a TR-31 block is, by its header when it has one; nothing else of it is shown.</summary>
    public static string Describe(string block) => HeaderPattern().Match(block) is { Success: true } header
        ? $"TR-31 block {header.Value}"
        : $"TR-31 block of {block.Length} characters";

    /// <summary>Whether a text is key material by its shape, and so never the name of a file.</summary>
    public static bool IsMaterial(string text)
    {
        if (IsGarbled(text)
            || text.AsSpan().ContainsAny('\n', '\r')
            || text.Contains("-----BEGIN ", StringComparison.Ordinal)
            || IsTr31(text.TrimStart())
            || PrefixPattern().IsMatch(text))
        {
            return true;
        }

        string compact = Compact(text);
        return (compact.Length >= LeastSecretLength && IsHex(compact))
            || (compact.Length >= LeastBase64Length && Convert.TryFromBase64String(compact, new byte[compact.Length], out _))
            || text.Length > byte.MaxValue;
    }

    /// <summary>Whether a text is bytes that Get-Content has read as characters, which cannot be undone.</summary>
    public static bool IsGarbled(string text) =>
        text.AsSpan().Contains('\uFFFD') || text.AsSpan().IndexOfAnyInRange('\0', '\b') >= 0 || text.AsSpan().IndexOfAnyInRange('\u000E', '\u001F') >= 0;

    /// <summary>Whether a text is a whole object that needs no further line.</summary>
    public static bool IsWhole(string text)
    {
        string line = OneLine(text);
        return HeaderPattern().IsMatch(line)
            ? line.Length >= int.Parse(line.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture)
            : text.Contains("-----BEGIN ", StringComparison.Ordinal)
                ? text.Contains("-----END ", StringComparison.Ordinal)
                : line.Length > 2 * LeastBase64Length;
    }

    /// <summary>Bytes as the text that a reader takes: what they say, or their hex if they are none.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes)
    {
        string text = EncodedText.Decode(bytes);
        return bytes is not [0x30, >= 0x80, ..] && text.All(static character => character is >= ' ' and <= '~' || char.IsWhiteSpace(character))
            ? text
            : Convert.ToHexString(bytes);
    }

    /// <summary>What an error is about: a path as it is, a TR-31 block by its header, other material by its length.</summary>
    public static string Target(string text) =>
        IsTr31(OneLine(text)) ? Describe(OneLine(text)) : IsMaterial(text) ? $"{text.Length} characters" : text.Length > 1 ? text : "bytes";

    private static string? OptionalBlockAt(string block, int index)
    {
        const int headerLength = 16;
        if (!IsTr31(block))
        {
            return null;
        }

        // Identifier and length, two characters each; a length of 00 is followed by a longer one (X9.143), which is not needed for a name.
        for (int at = headerLength; at + 4 <= block.Length && at <= index;)
        {
            if (!int.TryParse(block.AsSpan(at + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 4)
            {
                return null;
            }

            if (index < at + length)
            {
                return block[at..(at + 2)];
            }

            at += length;
        }

        return null;
    }

    private static string Read(PcCmdlet cmdlet, string text, string what)
    {
        if (IsGarbled(text))
        {
            throw new KeyInputException(
                KeyInputFailure.Form, $"The {what} is bytes that were read as text, which loses some of them: give the path of the file, or read it with "
                    + "Get-Content -AsByteStream.");
        }

        if (IsMaterial(text))
        {
            return text.Trim('\uFEFF');
        }

        if (cmdlet.FindFile(text) is not { } path)
        {
            // Neither hex nor a key block has these.
            return text.AsSpan().ContainsAny("./\\~:")
                ? throw new KeyInputException(KeyInputFailure.FileNotFound, $"The file '{text}' with the {what} is not there.")
                : text;
        }

        try
        {
            return new FileInfo(path).Length > MostFileLength
                ? throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' is too long to be a {what}.")
                : OfBytes(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' with the {what} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Blanks are taken out only as far as the length in the header says: the rest belong to an optional block.</summary>
    private static string OneLine(string text)
    {
        string line = string.Concat(text.Trim().Where(static character => character is not ('\r' or '\n' or '\uFEFF')));
        return HeaderPattern().IsMatch(line) && line.Length == int.Parse(line.AsSpan(1, 4), NumberStyles.None, CultureInfo.InvariantCulture)
            ? line
            : Compact(line);
    }

    private static string Compact(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character) && character != '\uFEFF'));

    private static bool IsHex(string text) => text.Length > 0 && text.All(char.IsAsciiHexDigit);

    [GeneratedRegex(@"\A[A-E][0-9]{4}[A-Z][0-9A-Z][A-Z]{2}[0-9A-Za-z]{2}[A-Z][0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderPattern();

    // Behind the scheme letter of an HSM there is a block, or hex.
    [GeneratedRegex(@"\A\s*(?:(?:R[A-E]|S[0-9A-E])[0-9]{4}[0-9A-Z]{4}|[UTXYZ][0-9A-Fa-f]{16})", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixPattern();
}

using System.Text.RegularExpressions;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Takes wrapped keys in, as text or from a file, and says in a few words what they are.</summary>
internal static partial class MaterialInput
{
    // The longest key material that the service takes has 9984 characters.
    private const int MostFileLength = 64 * 1024;
    private const byte DerSequence = 0x30;

    /// <summary>A TR-31 block without the white space of a file or mail. Its case is kept: optional blocks may have text.</summary>
    /// <exception cref="KeyInputException">It is neither a block nor a file that can be read.</exception>
    public static string Block(PcCmdlet cmdlet, string text) => Compact(Read(cmdlet, text, "key block"));

    /// <summary>Hex in upper case, as the service wants it. A file may also have the bytes themselves, in DER.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="text">The hex digits, or the path of a file.</param>
    /// <param name="what">What it is to the user, for errors.</param>
    /// <exception cref="KeyInputException">It is neither hex nor a file with it.</exception>
    public static string Hex(PcCmdlet cmdlet, string text, string what) => RequireHex(Compact(Read(cmdlet, text, what)), what);

    /// <summary>A text without white space as hex in upper case.</summary>
    /// <exception cref="KeyInputException">It is not hex.</exception>
    public static string RequireHex(string text, string what)
    {
        string hex = text.ToUpperInvariant();
        return hex.Length > 0 && hex.All(char.IsAsciiHexDigit)
            ? hex
            : throw new KeyInputException(KeyInputFailure.Form, $"The {what} of {hex.Length} characters is not made of hex digits alone: give hex, or the path of a file with it.");
    }

    /// <summary>Whether a text begins as a TR-31 block does.</summary>
    public static bool IsTr31(string text) => HeaderPattern().IsMatch(text);

    /// <summary>What a TR-31 block is, by its header when it has one; nothing else of it is shown.</summary>
    public static string Describe(string block) => HeaderPattern().Match(block) is { Success: true } header
        ? $"TR-31 block {header.Value}"
        : $"TR-31 block of {block.Length} characters";

    private static string Read(PcCmdlet cmdlet, string text, string what)
    {
        // Neither hex nor a key block has these.
        bool isPath = text.AsSpan().ContainsAny("./\\~:");
        if (!isPath && text.Length > byte.MaxValue)
        {
            return text;
        }

        if (cmdlet.FindFile(text) is not { } path)
        {
            return isPath ? throw new KeyInputException(KeyInputFailure.FileNotFound, $"The file '{text}' with the {what} is not there.") : text;
        }

        try
        {
            if (new FileInfo(path).Length > MostFileLength)
            {
                throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' is too long to be a {what}.");
            }

            byte[] content = File.ReadAllBytes(path);
            return content is [DerSequence, >= 0x80, ..] ? Convert.ToHexString(content) : System.Text.Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' with the {what} cannot be read: {exception.Message}", exception);
        }
    }

    private static string Compact(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(@"\A[A-E][0-9]{4}[A-Z][0-9A-Z][A-Z]{2}[0-9A-Za-z]{2}[A-Z][0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderPattern();
}

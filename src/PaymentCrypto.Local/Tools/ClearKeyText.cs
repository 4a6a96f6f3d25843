using System.Buffers;
using System.Buffers.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tools;

/// <summary>Forms in which clear keys come that are not hex digits, each with what to do. Nothing of the key is in a message.</summary>
internal static class ClearKeyText
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>Whether content is text. The bytes of a key of 16 are that by chance once in four million times, and are refused then.</summary>
    public static bool IsText(ReadOnlySpan<char> characters)
    {
        foreach (char character in characters)
        {
            if (character is not ((>= ' ' and <= '~') or '\t' or '\r' or '\n' or '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }

    // Two thirds of base64 are no hex digits; a digit that was mistyped is one.
    private static int OthersThanDigits(ReadOnlySpan<char> text)
    {
        int others = 0;
        foreach (char character in text)
        {
            others += char.IsAsciiHexDigit(character) ? 0 : 1;
        }

        return others;
    }

    /// <summary>Refuses a form that is known.</summary>
    /// <param name="text">The characters, without blanks.</param>
    /// <param name="what">What the key is to the user.</param>
    /// <param name="isContent">Whether it may be the bytes of the key: they came as bytes.</param>
    /// <exception cref="KeyInputException">It is one of them.</exception>
    public static void RequireHex(ReadOnlySpan<char> text, string what, bool isContent)
    {
        string? hint = text switch
        {
            ['0', 'x' or 'X', ..] => "begins with 0x: leave out these two characters",
            [('R' or 'S') and var scheme, _, _, _, _, ..] when text.Length > 48 =>
                $"is a key block with the scheme letter {scheme} of a payShield, and no clear key",
            [('U' or 'T' or 'X' or 'Y' or 'Z') and var scheme, .. var rest] when rest.IndexOfAnyExcept(Digits) < 0 =>
                $"begins with {scheme}, the scheme letter of a payShield for a key under another key: it is no clear key",
            _ when OthersThanDigits(text) > text.Length / 4 && Base64.IsValid(text, out int length) && length is 8 or 16 or 24 or 32 =>
                "looks like base64: give the bytes, [Convert]::FromBase64String(…), or their hex",
            _ when isContent && text.Length is 8 or 16 or 24 or 32 && text.IndexOfAnyExcept(Digits) >= 0 =>
                "is text that has others too; if it is the bytes of the key, which are all printable by chance, give their hex: [Convert]::ToHexString(…)",
            _ => null,
        };
        if (hint is not null)
        {
            throw new KeyInputException(KeyInputFailure.Form, $"The {what} is taken as hex digits, but this {hint}.");
        }
    }

}

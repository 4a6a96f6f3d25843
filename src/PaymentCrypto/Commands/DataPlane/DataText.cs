using System.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>Data of the data plane as the user has them - hex digits, bytes, or text in some encoding - and as the service does: hex.</summary>
internal static class DataText
{
    // A text of the user's never begins with these; the parameters are texts, so that a row of a file is taken by the names of its columns.
    private const char BytesMark = '\u0001';
    private const char ByteMark = '\u0002';

    /// <summary>Bytes as a parameter takes them.</summary>
    public static string OfBytes(byte[] bytes) => BytesMark + Convert.ToHexString(bytes);

    /// <summary>One byte of an array that PowerShell took apart.</summary>
    public static string OfByte() => ByteMark.ToString();

    /// <summary>The service's form: upper-case hex.</summary>
    /// <param name="parameter">The parameter, without its dash.</param>
    /// <param name="value">A text, or what <see cref="OfBytes"/> made of bytes.</param>
    /// <param name="encoding">How a text is encoded; null when it is hex digits.</param>
    /// <param name="mostBytes">The longest that the service takes.</param>
    /// <exception cref="ParameterException">It cannot be read.</exception>
    public static string ToHex(string parameter, string value, Encoding? encoding, int mostBytes)
    {
        string hex = value switch
        {
            [BytesMark, .. var bytes] => bytes,
            [ByteMark] => throw Field.Invalid(parameter, $"-{parameter} was given one byte alone: PowerShell takes an array apart in the pipeline. Put a "
                + "comma before it (, $bytes | ...), or give it by name."),
            _ when encoding is not null => Encode(parameter, value, encoding),
            _ => FromHex(parameter, value),
        };
        int length = hex.Length / 2;
        return length switch
        {
            0 => throw Field.Missing(parameter, $"-{parameter} is empty: give 1 to {mostBytes} bytes."),
            _ when length > mostBytes => throw Field.Invalid(parameter, $"-{parameter} has {length} bytes; the service takes up to {mostBytes} in one call."),
            _ => hex,
        };
    }

    /// <summary>A text of what was decrypted.</summary>
    /// <exception cref="ParameterException">The bytes are no text in this encoding.</exception>
    public static string FromBytes(string hex, Encoding encoding)
    {
        try
        {
            return encoding.GetString(Convert.FromHexString(hex));
        }
        catch (DecoderFallbackException)
        {
            throw Field.Invalid("Encoding",
                $"The {hex.Length / 2} bytes are no text in {encoding.WebName}: leave out -Text to have them as hex digits, or name their -Encoding.");
        }
    }

    /// <summary>The encoding that the user means, which refuses what it cannot write or read.</summary>
    /// <exception cref="ParameterException">There is no such encoding.</exception>
    public static Encoding EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name.Trim(), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw Field.Invalid("Encoding", $"-Encoding '{name}' is not known: name one such as utf-8, us-ascii, iso-8859-1, or IBM037 for EBCDIC.");
        }
    }

    private static string Encode(string parameter, string text, Encoding encoding)
    {
        try
        {
            return Convert.ToHexString(encoding.GetBytes(text));
        }
        catch (EncoderFallbackException exception)
        {
            throw Field.Invalid(parameter,
                $"-{parameter} has a character that {encoding.WebName} has not, as character {exception.Index + 1}: choose another -Encoding.");
        }
    }

    private static string FromHex(string parameter, string text)
    {
        string digits = string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
        for (int at = 0; at < digits.Length; at++)
        {
            if (!char.IsAsciiHexDigit(digits[at]))
            {
                throw Field.Invalid(parameter,
                    $"-{parameter} has a character that is no hex digit, as character {at + 1} of {digits.Length}. If it is text, add -Text.");
            }
        }

        return digits.Length % 2 == 0
            ? digits.ToUpperInvariant()
            : throw Field.Invalid(parameter,
                $"-{parameter} has {digits.Length} hex digits; two make one byte, so the number must be even. If it is text, add -Text.");
    }
}

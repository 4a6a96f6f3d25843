using System.Text;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Percent-encoding as signatures use it: everything but letters, digits and <c>-._~</c>, in upper-case hex.</summary>
internal static class PercentEncoding
{
    /// <summary>What is never encoded.</summary>
    internal const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>Encodes each byte. Text is one byte per character (Latin-1), as it came off the wire.</summary>
    internal static void Append(StringBuilder text, ReadOnlySpan<char> bytes)
    {
        foreach (char value in bytes)
        {
            if (char.IsAsciiLetterOrDigit(value) || value is '-' or '.' or '_' or '~')
            {
                text.Append(value);
            }
            else
            {
                text.Append('%').Append(Hex(value >> 4)).Append(Hex(value & 0xf));
            }
        }
    }

    /// <summary>Decodes <c>%XX</c>; anything else stays as it is.</summary>
    internal static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            bool escape = text[index] == '%' && index + 2 < text.Length && char.IsAsciiHexDigit(text[index + 1]) && char.IsAsciiHexDigit(text[index + 2]);
            decoded.Append(escape ? (char)Convert.FromHexString(text.AsSpan(index + 1, 2))[0] : text[index]);
            index += escape ? 2 : 0;
        }

        return decoded.ToString();
    }

    private static char Hex(int nibble) => "0123456789ABCDEF"[nibble];
}

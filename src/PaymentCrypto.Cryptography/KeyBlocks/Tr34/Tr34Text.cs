using System.Globalization;
using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>The text forms in which tokens travel: hex (the service), PEM (some vendors) and base64.</summary>
internal static class Tr34Text
{
    /// <summary>Hex has two characters to a byte; a third leaves room for line breaks or separators.</summary>
    private const int MaximumTextLength = 3 * Tr34KeyBlock.MaximumLength;

    public static byte[] Decode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        CheckLength(text.Length, MaximumTextLength, "characters");
        if (PemEncoding.TryFind(text, out PemFields fields))
        {
            return FromBase64(text[fields.Base64Data]);
        }

        string compact = string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));
        return compact.Length % 2 == 0 && compact.Length > 0 && compact.All(char.IsAsciiHexDigit) ? Convert.FromHexString(compact) : FromBase64(compact);
    }

    /// <summary>A copy of the input, bounded before anything is allocated.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> encoded)
    {
        CheckLength(encoded.Length, Tr34KeyBlock.MaximumLength, "bytes");
        return encoded.ToArray();
    }

    private static void CheckLength(int length, int maximum, string unit)
    {
        if (length > maximum)
        {
            throw new CryptographyException(CryptographyError.Tr34TooLarge, string.Create(
                CultureInfo.InvariantCulture, $"The token is {length} {unit} long; at most {maximum} are read."));
        }
    }

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException error)
        {
            throw new CryptographyException(
                CryptographyError.Tr34TextForm, "A token as text is hex with an even number of digits, PEM, or base64; this is none of them.", error);
        }
    }
}

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>Hex text to bytes and back, with errors that say what to mend and never repeat the value.</summary>
public static class HexText
{
    private const int LowerCaseBit = 0x20;

    /// <summary>Reads hex digits of either case. Separators are not accepted.</summary>
    /// <param name="text">An even number of hex digits; empty gives no bytes.</param>
    /// <param name="what">What the value is, as an error has it after "The", for example <c>KBPK</c>.</param>
    /// <returns>The bytes; half as many as <paramref name="text"/> has characters.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidHex"/>.</exception>
    public static byte[] Parse(ReadOnlySpan<char> text, string what)
    {
        Check(text, what);
        byte[] bytes = new byte[text.Length / 2];
        TryDecode(text, bytes, out _);
        return bytes;
    }

    /// <summary>Reads a secret from hex digits of either case into a buffer that is zeroed when disposed.</summary>
    /// <param name="text">An even number of hex digits. The caller zeroes it, if it can.</param>
    /// <param name="what">What the value is, as an error has it after "The".</param>
    /// <returns>The secret; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidHex"/>.</exception>
    public static SecretBuffer ParseSecret(ReadOnlySpan<char> text, string what)
    {
        Check(text, what);
        var secret = new SecretBuffer(text.Length / 2);
        TryDecode(text, secret.Span, out _);
        return secret;
    }

    /// <summary>Writes bytes as upper-case hex.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Twice as many characters.</returns>
    public static string Format(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);

    /// <summary>Whether every character is a hex digit of either case.</summary>
    internal static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Decodes into a buffer of half the length; false when a character is no hex digit. The buffer may hold a part then. Keys are read by it: neither
    /// a branch nor an address depends on a digit.
    /// </summary>
    internal static bool TryDecode(ReadOnlySpan<char> text, Span<byte> destination, out bool lowerCase)
    {
        int signs = 0;
        int lower = 0;
        for (int i = 0; i < destination.Length; i++)
        {
            int high = Digit(text[2 * i], ref lower);
            int low = Digit(text[(2 * i) + 1], ref lower);
            signs |= high | low;
            destination[i] = (byte)((high << 4) | low);
        }

        lowerCase = lower != 0;
        return signs >= 0;
    }

    // 0 to 15, or -1. A mask has all bits set when what it is named for is true.
    private static int Digit(char c, ref int lower)
    {
        int number = c - '0';
        int letter = (c | LowerCaseBit) - 'a';
        int isNumber = ~(number >> 31) & ((number - 10) >> 31);
        int isLetter = ~(letter >> 31) & ((letter - 6) >> 31);
        lower |= isLetter & c & LowerCaseBit;
        return (isNumber & number) | (isLetter & (letter + 10)) | ~(isNumber | isLetter);
    }

    private static void Check(ReadOnlySpan<char> text, string what)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]))
            {
                throw new CryptographyException(
                    CryptographyError.InvalidHex,
                    $"The {what} must be hex digits only (0-9, A-F), but character {i + 1} of {text.Length} is not one.");
            }
        }

        if (text.Length % 2 != 0)
        {
            throw new CryptographyException(
                CryptographyError.InvalidHex,
                $"The {what} has {text.Length} hex digits; two make one byte, so the number must be even. Is a digit missing?");
        }
    }
}

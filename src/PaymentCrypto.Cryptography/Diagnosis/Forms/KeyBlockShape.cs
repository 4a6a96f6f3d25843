namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>Whether a text is meant to be a TR-31 block, though one or two characters of its header are wrong.</summary>
internal static class KeyBlockShape
{
    public const int HeaderLength = 16;

    private const int LeastFitting = 14;
    private const int LengthStart = 1;
    private const int LengthEnd = 5;

    /// <summary>Counts the characters of the header that stand where they may. Random hex digits reach about eight.</summary>
    public static bool IsLike(ReadOnlySpan<char> text)
    {
        if (text.Length < HeaderLength)
        {
            return false;
        }

        int fitting = 0;
        for (int i = 0; i < HeaderLength; i++)
        {
            fitting += Fits(i, char.ToUpperInvariant(text[i])) ? 1 : 0;
        }

        return fitting >= LeastFitting;
    }

    /// <summary>The length field, or null when it is none.</summary>
    public static int? LengthOf(ReadOnlySpan<char> text)
        => text.Length >= LengthEnd && int.TryParse(text[LengthStart..LengthEnd], System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out int length)
            ? length
            : null;

    private static bool Fits(int position, char c) => position switch
    {
        0 => c is >= 'A' and <= 'E',
        < LengthEnd or 12 or 13 => char.IsAsciiDigit(c),
        5 => char.IsAsciiLetterUpper(c),
        6 or 9 or 10 => char.IsAsciiLetterOrDigit(c),
        7 => "ADEHIJRST".Contains(c),
        8 => "BCDEGNSTVXY".Contains(c),
        11 => c is 'E' or 'N' or 'S',
        14 => c is >= '0' and <= '2',
        _ => c == '0',
    };
}

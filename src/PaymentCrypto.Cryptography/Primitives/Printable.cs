using System.Text;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>Received text on its way into an error message: short, and without control characters.</summary>
internal static class Printable
{
    private const int MaxLength = 40;

    public static bool IsPrintableAscii(char c) => c is >= ' ' and <= '~';

    public static string Quote(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder(MaxLength + 3);
        foreach (char c in text[..Math.Min(text.Length, MaxLength)])
        {
            quoted.Append(IsPrintableAscii(c) ? c : '?');
        }

        return quoted.Append(text.Length > MaxLength ? "..." : string.Empty).ToString();
    }
}

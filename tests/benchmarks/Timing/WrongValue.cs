namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>Values that are wrong in one place, drawn anew each time: class 0 in the first one, class 1 in the last.</summary>
internal static class WrongValue
{
    private static readonly Random Random = new();

    /// <summary>Writes a wrong value: every byte of it, in the same order for both classes, so that the processor knows nothing of the place.</summary>
    public static void Bytes(ReadOnlySpan<byte> right, int kind, Span<byte> wrong)
    {
        int difference = Random.Next(1, 256);
        int place = kind * (right.Length - 1);
        for (int i = 0; i < right.Length; i++)
        {
            wrong[i] = (byte)(right[i] ^ (i == place ? difference : 0));
        }
    }

    /// <summary>A new text of decimal digits, one of which is wrong.</summary>
    public static string Digits(string right, int kind) => Text(right, kind, "0123456789");

    /// <summary>A new text of hex digits, one of which is wrong.</summary>
    public static string Hex(string right, int kind) => Text(right, kind, "0123456789ABCDEF");

    private static string Text(string right, int kind, string alphabet)
    {
        int place = kind * (right.Length - 1);
        return string.Create(right.Length, (right, place, alphabet), static (text, from) =>
        {
            from.right.CopyTo(text);
            int digit = from.alphabet.IndexOf(text[from.place], StringComparison.Ordinal);
            text[from.place] = from.alphabet[(digit + Random.Next(1, from.alphabet.Length)) % from.alphabet.Length];
        });
    }
}

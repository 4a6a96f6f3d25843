namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>
/// Values that are wrong in one place, drawn anew each time: class 0 in the first one, class 1 in the last. Both are made each time, and one is taken
/// without a branch: which way the last branches went is something that the processor remembers during the call.
/// </summary>
internal static class WrongValue
{
    private static readonly Random Random = new();

    /// <summary>Writes a wrong value.</summary>
    public static void Bytes(ReadOnlySpan<byte> right, int kind, Span<byte> wrong)
    {
        int first = Random.Next(1, 256);
        int last = Random.Next(1, 256);
        right.CopyTo(wrong);
        wrong[0] ^= (byte)Taken(kind, first, 0);
        wrong[^1] ^= (byte)Taken(kind, 0, last);
    }

    /// <summary>A new text of decimal digits, one of which is wrong.</summary>
    public static string Digits(string right, int kind) => Text(right, kind, "0123456789");

    /// <summary>A new text of hex digits, one of which is wrong.</summary>
    public static string Hex(string right, int kind) => Text(right, kind, "0123456789ABCDEF");

    private static string Text(string right, int kind, string alphabet)
    {
        char first = Other(right[0], alphabet);
        char last = Other(right[^1], alphabet);
        return string.Create(right.Length, (right, first: Taken(kind, first, right[0]), last: Taken(kind, right[^1], last)), static (text, from) =>
        {
            from.right.CopyTo(text);
            text[0] = (char)from.first;
            text[^1] = (char)from.last;
        });
    }

    private static char Other(char digit, string alphabet) =>
        alphabet[(alphabet.IndexOf(digit, StringComparison.Ordinal) + Random.Next(1, alphabet.Length)) % alphabet.Length];

    // The one for the class, by arithmetic.
    private static int Taken(int kind, int first, int last) => first + (kind * (last - first));
}

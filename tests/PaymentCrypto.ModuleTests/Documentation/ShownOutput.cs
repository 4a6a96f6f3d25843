using System.Text.RegularExpressions;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>Compares what the documentation shows with what is really shown: the same but for ids, times, numbers and key material.</summary>
internal static partial class ShownOutput
{
    /// <summary>
    /// Whether both are alike. A documented line that is only <c>...</c> stands for any number of lines, one that ends in it for the rest of its line.
    /// </summary>
    public static bool IsLike(IReadOnlyList<string> documented, string screen) =>
        IsLike([.. documented.Select(Mask).Where(line => line.Length > 0)], [.. Lines(screen).Select(Mask).Where(line => line.Length > 0)]);

    /// <summary>The lines of a screen, without empty ones at its ends.</summary>
    public static IReadOnlyList<string> Lines(string screen) =>
        [.. screen.Split('\n').Select(line => line.TrimEnd()).SkipWhile(string.IsNullOrEmpty).Reverse().SkipWhile(string.IsNullOrEmpty).Reverse()];

    private static bool IsLike(ReadOnlySpan<string> documented, ReadOnlySpan<string> real)
    {
        if (documented.IsEmpty)
        {
            return real.IsEmpty;
        }

        if (documented[0] == "...")
        {
            for (int skipped = 0; skipped <= real.Length; skipped++)
            {
                if (IsLike(documented[1..], real[skipped..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !real.IsEmpty
            && (documented[0] == real[0]
                || (documented[0].EndsWith("...", StringComparison.Ordinal) && real[0].StartsWith(documented[0][..^3].TrimEnd(), StringComparison.Ordinal)))
            && IsLike(documented[1..], real[1..]);
    }

    private static string Mask(string line) =>
        Spaces().Replace(Number().Replace(Hex().Replace(Id().Replace(Place().Replace(line, "P"), "I"), "H"), "N"), " ").Trim();

    [GeneratedRegex(@"(?<![\w/.:])/[\w./-]+|[A-Z]:\\\S+")]
    private static partial Regex Place();

    // Ids of keys and tokens, and GUIDs, which a narrow column cuts off.
    [GeneratedRegex(@"\b[a-z2-7]{16}\b|\b[0-9a-f]{8}-[0-9a-f-]*")]
    private static partial Regex Id();

    // Key material and check values in hex, key blocks, and the padding block of a TR-31 block, which is random too.
    [GeneratedRegex(@"\b[0-9A-F]{4,}\b|\b[0-9A-Z]{24,}\b|(?<=\bPB\s(=\s)?)[0-9A-Z]{4}\b")]
    private static partial Regex Hex();

    [GeneratedRegex(@"\b\d+([.,:]\d+)*|\bH\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+|-{2,}")]
    private static partial Regex Spaces();
}

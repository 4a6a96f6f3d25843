using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Server.Settings;

/// <summary>Durations as people write them: <c>30d</c>, <c>1d12h</c>, <c>90m</c>, <c>500ms</c>, <c>-2d</c>; or as .NET does, <c>30.00:00:00</c>.</summary>
internal static partial class DurationText
{
    /// <summary>What a duration looks like, for messages.</summary>
    internal const string Form = "a duration, such as 30d, 1d12h, 90m, 45s, 500ms or -2d, of at most 365000d";

    /// <summary>The duration of a text; null when it is none, or longer than a thousand years.</summary>
    internal static TimeSpan? Parse(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out TimeSpan exact) ? exact : null;
        }

        Match match = Pattern().Match(text);
        if (!match.Success || text.TrimStart('-').Length == 0)
        {
            return null;
        }

        double seconds = 0;
        foreach ((string unit, double length) in ((string, double)[])[("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1), ("ms", 0.001)])
        {
            Group group = match.Groups[unit];
            seconds += group.Success ? length * double.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
        }

        return seconds > 365_000 * 86_400.0 ? null : TimeSpan.FromSeconds(text.StartsWith('-') ? -seconds : seconds);
    }

    [GeneratedRegex(
        @"\A-?(?:(?<d>[0-9]{1,9})d)?(?:(?<h>[0-9]{1,9})h)?(?:(?<m>[0-9]{1,9})m(?!s))?(?:(?<s>[0-9]{1,9}(?:\.[0-9]{1,6})?)s)?(?:(?<ms>[0-9]{1,9})ms)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

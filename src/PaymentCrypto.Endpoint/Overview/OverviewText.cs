using System.Globalization;

namespace PaymentCrypto.Endpoint.Overview;

/// <summary>The words of the page, the same in every culture.</summary>
internal static class OverviewText
{
    /// <summary>A point in time, UTC to the second.</summary>
    internal static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day, UTC.</summary>
    internal static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The time of a call, UTC to the millisecond.</summary>
    internal static string TimeOfDay(DateTimeOffset time) => time.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>A usage as TR-31's two characters and the rest in words: <c>P0 pin encryption key</c>.</summary>
    internal static string Usage(string? usage) => usage is ['T', 'R', '3', '1', '_', _, _, '_', .. var name]
        ? $"{usage.AsSpan(5, 2)} {name.Replace('_', ' ').ToLowerInvariant()}"
        : usage ?? string.Empty;

    /// <summary>A duration in the unit that suits it.</summary>
    internal static string Duration(TimeSpan duration) => duration switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Days} d {duration.Hours} h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Hours} h {duration.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.Minutes} min {duration.Seconds} s"),
        { TotalSeconds: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.##} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.##} ms"),
    };
}

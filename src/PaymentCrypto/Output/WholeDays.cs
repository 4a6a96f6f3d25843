namespace PaymentCrypto;

/// <summary>Whole days until something ends, rounded down: 0 on its last day, negative once it has ended.</summary>
internal static class WholeDays
{
    /// <summary>Below this the views warn: ReuseLastGeneratedToken returns no such token any more.</summary>
    public const int Few = 7;

    /// <summary>The days until a time.</summary>
    public static int? Until(DateTime? end, TimeProvider clock) => end is { } known ? Of(known - clock.GetUtcNow().UtcDateTime) : null;

    /// <summary>The days in a duration.</summary>
    public static int Of(TimeSpan remaining) => (int)Math.Floor(remaining.TotalDays);
}

using System.Globalization;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>TC (when the key was created) or TS (when the block was made): a time in UTC.</summary>
public sealed class TimeBlock : Tr31OptionalBlock
{
    private static readonly string[] Formats =
    [
        "yyyyMMddHHmmss'Z'",
        "yyyyMMddHHmmssff'Z'",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.ff'Z'",
    ];

    private TimeBlock(string id, string data, DateTimeOffset time)
        : base(id, data)
        => Time = time;

    /// <summary>The time, to the hundredth of a second at best.</summary>
    public DateTimeOffset Time { get; }

    /// <summary>TC: when the key was created.</summary>
    /// <param name="time">The time; written in UTC with second precision.</param>
    /// <returns>The block.</returns>
    public static TimeBlock ForCreation(DateTimeOffset time) => Create("TC", time);

    /// <summary>TS: when the block was made.</summary>
    /// <param name="time">The time; written in UTC with second precision.</param>
    /// <returns>The block.</returns>
    public static TimeBlock ForTimeStamp(DateTimeOffset time) => Create("TS", time);

    internal static TimeBlock? TryRead(string id, string data)
        => DateTimeOffset.TryParseExact(data, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? new TimeBlock(id, data, time)
            : null;

    private static TimeBlock Create(string id, DateTimeOffset time)
    {
        // The written form has no fraction, so neither has the value.
        DateTimeOffset utc = time.ToUniversalTime();
        utc = utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
        return new TimeBlock(id, utc.ToString(Formats[0], CultureInfo.InvariantCulture), utc);
    }
}

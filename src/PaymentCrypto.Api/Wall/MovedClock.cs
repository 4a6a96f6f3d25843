namespace PaymentCrypto.Api;

/// <summary>
/// A clock that is ahead of or behind another one, to rehearse expiry without waiting: who asks for the time of day is told another one, and timers and
/// timestamps run on. Safe for use from several threads.
/// </summary>
public sealed class MovedClock : TimeProvider
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_525);
    private readonly TimeProvider _clock;
    private long _offsetTicks;

    /// <summary>Makes one.</summary>
    /// <param name="offset">How far it is ahead; negative when it is behind.</param>
    /// <param name="clock">The clock that runs on behind it; the system's unless given.</param>
    /// <exception cref="InvalidConfigurationException">Further than a hundred years.</exception>
    public MovedClock(TimeSpan offset, TimeProvider? clock = null)
    {
        _clock = clock ?? System;
        Move(offset);
    }

    /// <summary>How far it is ahead; negative when it is behind.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _clock.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => _clock.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => _clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _clock.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves it.</summary>
    /// <param name="offset">From the real time.</param>
    /// <exception cref="InvalidConfigurationException">Further than a hundred years.</exception>
    public void Move(TimeSpan offset) => Interlocked.Exchange(ref _offsetTicks, Checked(offset.Ticks));

    /// <summary>Moves it from where it is.</summary>
    /// <param name="by">How far ahead; negative for back.</param>
    /// <exception cref="InvalidConfigurationException">Further than a hundred years from the real time.</exception>
    public void Advance(TimeSpan by)
    {
        long seen;
        do
        {
            seen = Interlocked.Read(ref _offsetTicks);
        }
        while (Interlocked.CompareExchange(ref _offsetTicks, Checked(seen + by.Ticks), seen) != seen);
    }

    private static long Checked(long ticks) => Math.Abs(ticks / TimeSpan.TicksPerSecond) <= Furthest.TotalSeconds
        ? ticks
        : throw new InvalidConfigurationException("PcTimeOffsetTooLarge", "The clock can be moved by a hundred years at most, either way.");
}

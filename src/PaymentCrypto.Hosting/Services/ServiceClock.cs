using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Services;

/// <summary>The system's clock, moved: what is asked for the time of day is told another one, and timers and timestamps run on.</summary>
internal sealed class ServiceClock : TimeProvider
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(36_525);
    private long _offsetTicks;

    /// <summary>How far it is ahead; negative when it is behind.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;

    /// <summary>Moves it.</summary>
    /// <exception cref="InvalidConfigurationException">Further than a hundred years.</exception>
    public void Move(TimeSpan offset) => Interlocked.Exchange(ref _offsetTicks, Checked(offset.Ticks));

    /// <summary>Moves it from where it is.</summary>
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

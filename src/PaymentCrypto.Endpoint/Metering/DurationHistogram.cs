namespace PaymentCrypto.Endpoint.Metering;

/// <summary>Counts durations in buckets that grow by 10 %, from 1 µs to about an hour: a fixed size for any number of calls.</summary>
internal sealed class DurationHistogram
{
    private const double Growth = 1.1;
    private static readonly int BucketCount = BucketOf(TimeSpan.FromHours(1)) + 1;

    private readonly long[] _buckets = new long[BucketCount];
    private long _count;
    private long _totalTicks;
    private long _longestTicks;

    /// <summary>How many durations were added.</summary>
    internal long Count => _count;

    /// <summary>The mean of all.</summary>
    internal TimeSpan Mean => new(_count == 0 ? 0 : _totalTicks / _count);

    /// <summary>The longest of all.</summary>
    internal TimeSpan Longest => new(_longestTicks);

    /// <summary>Adds one.</summary>
    internal void Add(TimeSpan duration)
    {
        _buckets[Math.Min(BucketOf(duration), BucketCount - 1)]++;
        _count++;
        _totalTicks += duration.Ticks;
        _longestTicks = Math.Max(_longestTicks, duration.Ticks);
    }

    /// <summary>The duration that a share of the calls did not exceed: the upper end of its bucket.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    internal TimeSpan Percentile(double share)
    {
        long needed = (long)Math.Ceiling(_count * share);
        long seen = 0;
        for (int bucket = 0; bucket < _buckets.Length && _count > 0; bucket++)
        {
            seen += _buckets[bucket];
            if (seen >= needed)
            {
                var upper = TimeSpan.FromMicroseconds(Math.Pow(Growth, bucket));
                return upper < Longest ? upper : Longest;
            }
        }

        return TimeSpan.Zero;
    }

    private static int BucketOf(TimeSpan duration) =>
        duration.TotalMicroseconds <= 1 ? 0 : (int)Math.Ceiling(Math.Log(duration.TotalMicroseconds, Growth));
}

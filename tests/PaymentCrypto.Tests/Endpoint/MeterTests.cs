using FsCheck;
using FsCheck.Xunit;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Metering;

namespace PaymentCrypto.Tests.Endpoint;

public sealed class MeterTests
{
    [Fact]
    public void Requests_errors_and_durations_are_counted_by_operation()
    {
        var meter = new RequestMeter();
        for (int call = 1; call <= 100; call++)
        {
            meter.Add(Entry("GetKey", call, call > 98 ? "ThrottlingException" : null));
        }

        meter.Add(Entry(null, 1, "UnknownOperationException"));
        (long requests, long errors, IReadOnlyList<EndpointOperationStatistics> operations) = meter.Read();
        EndpointOperationStatistics getKey = Assert.Single(operations);
        Assert.Equal((101, 3, 100, 2), (requests, errors, getKey.Requests, getKey.Errors));
        Assert.Equal(TimeSpan.FromMilliseconds(50.5), getKey.MeanDuration);
        Assert.InRange(getKey.MedianDuration.TotalMilliseconds, 50, 55);
        Assert.InRange(getKey.Percentile99Duration.TotalMilliseconds, 99, 100);
        Assert.Equal(TimeSpan.FromMilliseconds(100), getKey.LongestDuration);
    }

    [Fact]
    public void The_log_keeps_the_latest_entries_up_to_its_bound()
    {
        var meter = new RequestMeter();
        for (int call = 0; call < RequestMeter.MostEntries + 5; call++)
        {
            meter.Add(Entry("GetKey", call, null));
        }

        IReadOnlyList<EndpointLogEntry> log = meter.TakeLog();
        Assert.Equal(RequestMeter.MostEntries, log.Count);
        Assert.Equal(TimeSpan.FromMilliseconds(5), log[0].Duration);
    }

    [Fact]
    public void Where_nobody_takes_the_log_calls_are_counted_and_the_latest_shown_all_the_same()
    {
        var meter = new RequestMeter(keepsLog: false);
        meter.Add(Entry("GetKey", 1, null));
        meter.Add(Entry("ListKeys", 1, null));

        Assert.Empty(meter.TakeLog());
        Assert.Equal(2, meter.Read().Requests);
        Assert.Equal(["ListKeys", "GetKey"], meter.Latest().Select(entry => entry.Operation));
    }

    [Property]
    public void A_percentile_is_within_a_tenth_above_the_true_one(NonEmptyArray<PositiveInt> microseconds, byte percent)
    {
        ArgumentNullException.ThrowIfNull(microseconds);
        double share = Math.Clamp(percent / 255.0, 0.01, 1);
        var histogram = new DurationHistogram();
        foreach (PositiveInt duration in microseconds.Get)
        {
            histogram.Add(TimeSpan.FromMicroseconds(duration.Get));
        }

        int[] sorted = [.. microseconds.Get.Select(duration => duration.Get).Order()];
        double expected = sorted[(int)Math.Ceiling(sorted.Length * share) - 1];
        Assert.InRange(histogram.Percentile(share).TotalMicroseconds, expected * 0.999, expected * 1.1);
    }

    [Fact]
    public void No_calls_have_no_durations()
    {
        var histogram = new DurationHistogram();
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), (histogram.Percentile(0.5), histogram.Mean));
    }

    private static EndpointLogEntry Entry(string? operation, int milliseconds, string? error) => new()
    {
        Time = DateTimeOffset.UnixEpoch,
        RequestId = "r",
        Operation = operation,
        HttpStatus = error is null ? 200 : 429,
        ErrorCode = error,
        Duration = TimeSpan.FromMilliseconds(milliseconds),
        RequestBytes = 0,
        ResponseBytes = 0,
    };
}

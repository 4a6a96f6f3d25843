using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Metering;

/// <summary>The counters of one operation.</summary>
internal sealed class OperationMeter(string operation)
{
    private readonly DurationHistogram _durations = new();
    private long _errors;

    /// <summary>Adds a call.</summary>
    internal void Add(EndpointLogEntry entry)
    {
        _durations.Add(entry.Duration);
        _errors += entry.ErrorCode is null ? 0 : 1;
    }

    /// <summary>The counters.</summary>
    internal EndpointOperationStatistics Read() => new()
    {
        Operation = operation,
        Requests = _durations.Count,
        Errors = _errors,
        MeanDuration = _durations.Mean,
        MedianDuration = _durations.Percentile(0.5),
        Percentile99Duration = _durations.Percentile(0.99),
        LongestDuration = _durations.Longest,
    };
}

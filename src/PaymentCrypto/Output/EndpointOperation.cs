using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto;

/// <summary>What an endpoint has done of one operation. Durations run from the end of the request to the beginning of the answer.</summary>
public sealed partial class EndpointOperation
{
    /// <summary>Creates an empty count.</summary>
    public EndpointOperation()
    {
    }

    internal EndpointOperation(EndpointOperationStatistics statistics)
    {
        Operation = statistics.Operation;
        Requests = statistics.Requests;
        Errors = statistics.Errors;
        MeanMilliseconds = Milliseconds(statistics.MeanDuration);
        MedianMilliseconds = Milliseconds(statistics.MedianDuration);
        Percentile99Milliseconds = Milliseconds(statistics.Percentile99Duration);
        LongestMilliseconds = Milliseconds(statistics.LongestDuration);
    }

    /// <summary>The service's name of the operation.</summary>
    public string? Operation { get; set; }

    /// <summary>Calls that were answered, errors included.</summary>
    public long Requests { get; set; }

    /// <summary>Calls that were answered with an error.</summary>
    public long Errors { get; set; }

    /// <summary>The mean duration in milliseconds.</summary>
    public double MeanMilliseconds { get; set; }

    /// <summary>Half of the calls took no longer, in milliseconds; to within 10 %.</summary>
    public double MedianMilliseconds { get; set; }

    /// <summary>99 of 100 calls took no longer, in milliseconds; to within 10 %.</summary>
    public double Percentile99Milliseconds { get; set; }

    /// <summary>The longest duration in milliseconds.</summary>
    public double LongestMilliseconds { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Operation}: {Requests}, errors {Errors}";

    private static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds, 3);
}

namespace PaymentCrypto.Api.Hosting;

/// <summary>What an endpoint has done of one operation. Durations run from the end of the request to the beginning of the answer.</summary>
public sealed record EndpointOperationStatistics
{
    /// <summary>The service's name of the operation.</summary>
    public required string Operation { get; init; }

    /// <summary>Calls that were answered, errors included.</summary>
    public required long Requests { get; init; }

    /// <summary>Calls that were answered with an error.</summary>
    public required long Errors { get; init; }

    /// <summary>The mean duration.</summary>
    public required TimeSpan MeanDuration { get; init; }

    /// <summary>Half of the calls took no longer; to within 10 %.</summary>
    public required TimeSpan MedianDuration { get; init; }

    /// <summary>99 of 100 calls took no longer; to within 10 %.</summary>
    public required TimeSpan Percentile99Duration { get; init; }

    /// <summary>The longest duration.</summary>
    public required TimeSpan LongestDuration { get; init; }
}

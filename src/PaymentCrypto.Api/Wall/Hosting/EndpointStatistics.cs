namespace PaymentCrypto.Api.Hosting;

/// <summary>What an endpoint has done since it started.</summary>
public sealed record EndpointStatistics
{
    /// <summary>When it began to listen.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>Connections that are open now.</summary>
    public required int OpenConnections { get; init; }

    /// <summary>Connections that were ever accepted.</summary>
    public required long AcceptedConnections { get; init; }

    /// <summary>Connections that were closed, or not let in, because there were too many.</summary>
    public required long DisplacedConnections { get; init; }

    /// <summary>Requests that were not HTTP, too large or too slow; they are in no other count.</summary>
    public required long MalformedRequests { get; init; }

    /// <summary>Requests that were answered, errors included.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests that were answered with an error, rehearsed ones included.</summary>
    public required long Errors { get; init; }

    /// <summary>The operations that were called, by name. Requests that named none that exists are in the totals only.</summary>
    public required IReadOnlyList<EndpointOperationStatistics> Operations { get; init; }
}

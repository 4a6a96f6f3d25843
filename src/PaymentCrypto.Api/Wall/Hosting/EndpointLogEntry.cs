namespace PaymentCrypto.Api.Hosting;

/// <summary>One answered request. It has nothing of the bodies and nothing of the signature.</summary>
public sealed record EndpointLogEntry
{
    /// <summary>When the request had arrived.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The request id in the answer.</summary>
    public required string RequestId { get; init; }

    /// <summary>The operation; null when the request named none that exists.</summary>
    public string? Operation { get; init; }

    /// <summary>The account and region it was for; null when the request did not get that far.</summary>
    public AccountScope? Scope { get; init; }

    /// <summary>The access key id, if the request had one.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int HttpStatus { get; init; }

    /// <summary>The AWS error code of the answer; null for a success.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The rehearsed fault that struck, if any.</summary>
    public EndpointFaultKind? Fault { get; init; }

    /// <summary>From the end of the request to the beginning of the answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Length of the request body in bytes.</summary>
    public required int RequestBytes { get; init; }

    /// <summary>Length of the response body in bytes.</summary>
    public required int ResponseBytes { get; init; }
}

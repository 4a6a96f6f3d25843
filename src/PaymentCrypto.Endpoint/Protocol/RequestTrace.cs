using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>What becomes known of a request while it is answered, for its log entry.</summary>
internal sealed class RequestTrace(TimeProvider clock)
{
    private readonly DateTimeOffset _time = clock.GetUtcNow();
    private readonly long _start = clock.GetTimestamp();

    /// <summary>The request id.</summary>
    internal string RequestId { get; } = RequestIds.Next();

    /// <summary>The operation, once it is found.</summary>
    internal ApiOperation? Operation { get; set; }

    /// <summary>
    /// The service that answers. Before an operation is found the control plane: its error bodies name their code, so that clients of both read them.
    /// </summary>
    internal Service Service => Operation?.Service ?? Service.ControlPlane;

    /// <summary>The caller, once it is known.</summary>
    internal Caller? Caller { get; set; }

    /// <summary>The fault that strikes, if any.</summary>
    internal EndpointFault? Fault { get; set; }

    /// <summary>The error code, if it comes to one.</summary>
    internal string? ErrorCode { get; set; }

    /// <summary>The log entry.</summary>
    internal EndpointLogEntry ToEntry(HttpRequest request, HttpResponse response) => new()
    {
        Time = _time,
        RequestId = RequestId,
        Operation = Operation?.Name,
        Scope = Caller?.Scope,
        AccessKeyId = Caller?.AccessKeyId,
        HttpStatus = response.Status,
        ErrorCode = ErrorCode,
        Fault = Fault?.Kind,
        Duration = clock.GetElapsedTime(_start),
        RequestBytes = request.Body.Length,
        ResponseBytes = response.Body.Length,
    };
}

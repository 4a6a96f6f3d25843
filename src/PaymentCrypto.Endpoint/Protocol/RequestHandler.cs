using System.Diagnostics;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Api.Wire;
using PaymentCrypto.Endpoint.Callers;
using PaymentCrypto.Endpoint.Faults;
using PaymentCrypto.Endpoint.Http;
using PaymentCrypto.Endpoint.Metering;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>The endpoint as a function: a request in, a response out. It knows nothing of sockets.</summary>
/// <param name="callers">Who finds out who calls.</param>
/// <param name="guardAgainstBrowsers">Whether what a web page may have sent is refused.</param>
/// <param name="providers">Who answers for an account and region.</param>
/// <param name="faults">The faults to rehearse.</param>
/// <param name="meter">The counters; null where neither they nor anybody who listens is to learn of the calls.</param>
/// <param name="clock">The clock.</param>
internal sealed class RequestHandler(
    ICallerResolver callers, bool guardAgainstBrowsers, Func<AccountScope, IPaymentCryptography> providers, FaultRules faults, RequestMeter? meter,
    TimeProvider clock)
{
    /// <summary>Answers a request. Whatever a client sends or a provider throws becomes a response.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    internal async Task<HttpResponse> HandleAsync(HttpRequest request, CancellationToken cancel)
    {
        var trace = new RequestTrace(clock);
        using Activity? activity = meter is null ? null : Telemetry.Begin(request.Headers.Get("traceparent"), request.Headers.Get("tracestate"));
        HttpResponse response;
        try
        {
            response = await AnswerAsync(request, trace, cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            ServiceException error = ErrorTranslation.Translate(exception);
            trace.ErrorCode = error.Code;
            response = Responses.Error(trace.Service, error, trace.RequestId);
        }

        if (trace.Fault?.Kind is EndpointFaultKind.DropConnection or EndpointFaultKind.DropResponse)
        {
            trace.ErrorCode ??= "ConnectionDropped";
            response = new HttpResponse { Status = response.Status, Drop = true };
        }

        if (meter is not null)
        {
            EndpointLogEntry entry = trace.ToEntry(request, response);
            meter.Add(entry);
            Telemetry.Count(entry);
            Telemetry.End(activity, entry);
        }

        return response;
    }

    private async Task<HttpResponse> AnswerAsync(HttpRequest request, RequestTrace trace, CancellationToken cancel)
    {
        if (guardAgainstBrowsers)
        {
            BrowserGuard.Check(request);
        }

        WireMatch match = WireProtocol.Match(new WireHead(request.Method, request.Path, request.Headers.GetAll));
        ApiOperation operation = trace.Operation = match.Operation;
        Caller caller = trace.Caller = callers.Resolve(request);
        trace.Fault = faults.Take(operation.Name);
        switch (trace.Fault?.Kind)
        {
            case EndpointFaultKind.Throttling:
                throw new ThrottlingException("Rate exceeded (a rehearsed fault).");
            case EndpointFaultKind.InternalServer:
                throw new InternalServerException("Internal failure (a rehearsed fault).");
            case EndpointFaultKind.DropConnection:
                return Responses.Success(operation.Service, [], trace.RequestId);
            case EndpointFaultKind.Delay:
                await faults.DelayAsync(trace.Fault.Delay, clock, cancel).ConfigureAwait(false);
                break;
        }

        ApiRequest message = match.Read(request.Body.Span);
        ApiResponse answer = await operation.SendAsync(providers(caller.Scope), message, cancel).ConfigureAwait(false);
        return Responses.Success(operation.Service, operation.WriteResponse(answer), trace.RequestId);
    }
}

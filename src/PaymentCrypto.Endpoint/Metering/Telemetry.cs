using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Metering;

/// <summary>
/// What tools of .NET see of an endpoint, such as dotnet-counters and OpenTelemetry: a meter and a source of activities, both with the
/// name of this library. Names follow OpenTelemetry's conventions for RPC servers. Without a listener they cost nothing.
/// </summary>
internal static class Telemetry
{
    private const string Name = "PaymentCrypto.Endpoint";
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("paymentcrypto.requests", "{request}", "Requests that were answered, errors included.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "rpc.server.duration", "s", "From the end of a request to the beginning of its answer.");

    /// <summary>The activities, one for each call of an operation.</summary>
    internal static ActivitySource Activities { get; } = new(Name);

    /// <summary>Counts an answered request. Nothing of its body and nobody's name is in it.</summary>
    internal static void Count(EndpointLogEntry entry)
    {
        if (!Requests.Enabled && !Duration.Enabled)
        {
            return;
        }

        TagList tags = new() { { "rpc.method", entry.Operation ?? "unknown" }, { "http.response.status_code", entry.HttpStatus } };
        if (entry.ErrorCode is not null)
        {
            tags.Add("error.type", entry.ErrorCode);
        }

        Requests.Add(1, tags);
        Duration.Record(entry.Duration.TotalSeconds, tags);
    }

    /// <summary>Begins the activity of a request, as a part of the caller's if the request says so (W3C Trace Context); null when nobody listens.</summary>
    internal static Activity? Begin(string? traceParent, string? traceState)
    {
        if (!Activities.HasListeners())
        {
            return null;
        }

        _ = ActivityContext.TryParse(traceParent, traceState, isRemote: true, out ActivityContext parent);
        return Activities.StartActivity("PaymentCryptography", ActivityKind.Server, parent);
    }

    /// <summary>Says what came of it.</summary>
    internal static void End(Activity? activity, EndpointLogEntry entry)
    {
        if (activity is null)
        {
            return;
        }

        activity.DisplayName = entry.Operation is null ? "PaymentCryptography" : $"PaymentCryptography/{entry.Operation}";
        activity.SetTag("rpc.system", "aws-api");
        activity.SetTag("rpc.method", entry.Operation);
        activity.SetTag("http.response.status_code", entry.HttpStatus);
        activity.SetTag("aws.request_id", entry.RequestId);
        if (entry.ErrorCode is not null)
        {
            activity.SetTag("error.type", entry.ErrorCode);
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }
}

using System.Globalization;
using System.Text;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Management;

/// <summary>The counters in the text format of Prometheus (exposition format 0.0.4). Operations are of the catalog, so there are few series.</summary>
internal static class PrometheusText
{
    /// <summary>The media type.</summary>
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>The page, in UTF-8.</summary>
    internal static byte[] Of(EndpointStatistics statistics)
    {
        var page = new StringBuilder();
        Value(page, "paymentcrypto_start_time_seconds", "gauge", "When the endpoint began to listen, in seconds since 1970.",
            statistics.StartTime.ToUnixTimeMilliseconds() / 1000.0);
        Value(page, "paymentcrypto_connections", "gauge", "Connections that are open now.", statistics.OpenConnections);
        Value(page, "paymentcrypto_connections_accepted_total", "counter", "Connections that were ever accepted.", statistics.AcceptedConnections);
        Value(page, "paymentcrypto_connections_displaced_total", "counter", "Connections that had to make room.", statistics.DisplacedConnections);
        Value(page, "paymentcrypto_malformed_requests_total", "counter", "Requests that were not HTTP, too large or too slow.", statistics.MalformedRequests);
        Value(page, "paymentcrypto_requests_total", "counter", "Requests that were answered, errors included.", statistics.Requests);
        Value(page, "paymentcrypto_errors_total", "counter", "Requests that were answered with an error.", statistics.Errors);
        Head(page, "paymentcrypto_operation_errors_total", "counter", "Errors of each operation.");
        foreach (EndpointOperationStatistics operation in statistics.Operations)
        {
            Line(page, "paymentcrypto_operation_errors_total", $"operation=\"{operation.Operation}\"", operation.Errors);
        }

        Head(page, "paymentcrypto_operation_duration_seconds", "summary", "From the end of a request to the beginning of its answer.");
        foreach (EndpointOperationStatistics operation in statistics.Operations)
        {
            string label = $"operation=\"{operation.Operation}\"";
            Line(page, "paymentcrypto_operation_duration_seconds", label + ",quantile=\"0.5\"", operation.MedianDuration.TotalSeconds);
            Line(page, "paymentcrypto_operation_duration_seconds", label + ",quantile=\"0.99\"", operation.Percentile99Duration.TotalSeconds);
            Line(page, "paymentcrypto_operation_duration_seconds_sum", label, operation.MeanDuration.TotalSeconds * operation.Requests);
            Line(page, "paymentcrypto_operation_duration_seconds_count", label, operation.Requests);
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Value(StringBuilder page, string name, string type, string help, double value)
    {
        Head(page, name, type, help);
        page.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    private static void Head(StringBuilder page, string name, string type, string help) =>
        page.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    private static void Line(StringBuilder page, string name, string labels, double value) =>
        page.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {value}\n");
}

using System.Globalization;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoints;

/// <summary>An answered request in one line. There is nothing of its body in it.</summary>
internal static class EndpointLogText
{
    /// <summary>The line.</summary>
    public static string Of(EndpointLogEntry entry)
    {
        string error = entry.ErrorCode is null ? string.Empty : $" {entry.ErrorCode}";
        string fault = entry.Fault is null ? string.Empty : $" (rehearsed: {entry.Fault})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Time.UtcDateTime:HH:mm:ss.fff}Z {entry.Operation ?? "no operation"} {entry.HttpStatus}{error}{fault}, "
                + $"{entry.Scope?.ToString() ?? "no account"}, access key {entry.AccessKeyId ?? "none"}, {entry.Duration.TotalMilliseconds:0.0} ms, "
                + $"{entry.RequestBytes} bytes in, {entry.ResponseBytes} out, request id {entry.RequestId}.");
    }
}

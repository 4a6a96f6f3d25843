using System.Buffers;
using System.Globalization;
using System.Text;

namespace PaymentCrypto.Endpoint.Http;

/// <summary>Turns a response into the bytes of an HTTP/1.1 message.</summary>
internal static class HttpResponseWriter
{
    /// <summary>"100 Continue", for a client that waits with its body.</summary>
    internal static readonly ReadOnlyMemory<byte> Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    /// <summary>Writes head and body into one buffer, so that they leave in one packet.</summary>
    /// <param name="response">The response.</param>
    /// <param name="date">The server's time; AWS SDKs correct their clock by it.</param>
    /// <param name="close">Whether the connection ends after it.</param>
    internal static ReadOnlyMemory<byte> Write(HttpResponse response, DateTimeOffset date, bool close)
    {
        StringBuilder head = new StringBuilder(512)
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {response.Status} {ReasonOf(response.Status)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {date:r}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {response.Body.Length}\r\n");
        foreach ((string name, string value) in response.Headers.Fields)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append(close ? "Connection: close\r\n\r\n" : "\r\n");
        var buffer = new ArrayBufferWriter<byte>(head.Length + response.Body.Length);
        Encoding.ASCII.GetBytes(head.ToString(), buffer);
        if (!response.IsHeadOnly)
        {
            buffer.Write(response.Body.Span);
        }

        return buffer.WrittenMemory;
    }

    private static string ReasonOf(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        411 => "Length Required",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Other",
    };
}

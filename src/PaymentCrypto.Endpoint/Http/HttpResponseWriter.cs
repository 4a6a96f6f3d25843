using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PaymentCrypto.Endpoint.Http;

/// <summary>Turns a response into the bytes of an HTTP/1.1 message.</summary>
internal static class HttpResponseWriter
{
    /// <summary>"100 Continue", for a client that waits with its body.</summary>
    internal static readonly ReadOnlyMemory<byte> Continue = "HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray();

    // More than the heads of this server have; only room, no bound.
    private const int HeadRoom = 384;
    private const int DateLength = 29;
    private const int NumberLength = 11;

    /// <summary>Writes head and body into one buffer, so that they leave in one packet.</summary>
    /// <param name="message">The buffer, empty.</param>
    /// <param name="response">The response.</param>
    /// <param name="date">The server's time; AWS SDKs correct their clock by it.</param>
    /// <param name="close">Whether the connection ends after it.</param>
    internal static void Write(ArrayBufferWriter<byte> message, HttpResponse response, DateTimeOffset date, bool close)
    {
        message.GetSpan(HeadRoom + response.Body.Length);
        message.Write("HTTP/1.1 "u8);
        Append(message, response.Status);
        message.Write(" "u8);
        Append(message, ReasonOf(response.Status));
        message.Write("\r\nDate: "u8);
        Utf8Formatter.TryFormat(date, message.GetSpan(DateLength), out int written, 'R');
        message.Advance(written);
        message.Write("\r\nContent-Length: "u8);
        Append(message, response.Body.Length);
        foreach ((string name, string value) in response.Headers.Fields)
        {
            message.Write("\r\n"u8);
            Append(message, name);
            message.Write(": "u8);
            Append(message, value);
        }

        message.Write(close ? "\r\nConnection: close\r\n\r\n"u8 : "\r\n\r\n"u8);
        if (!response.IsHeadOnly)
        {
            message.Write(response.Body.Span);
        }
    }

    private static void Append(ArrayBufferWriter<byte> message, string text) => Encoding.ASCII.GetBytes(text, message);

    private static void Append(ArrayBufferWriter<byte> message, int number)
    {
        Utf8Formatter.TryFormat(number, message.GetSpan(NumberLength), out int written);
        message.Advance(written);
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

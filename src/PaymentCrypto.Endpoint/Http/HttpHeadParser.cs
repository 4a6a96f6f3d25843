using System.Buffers;
using System.Globalization;
using System.Text;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Http;

/// <summary>
/// Parses the head of a request (RFC 9112), strictly: what two parsers could read in two ways, such as a length beside a transfer
/// coding, a folded header or a bare line feed, is refused.
/// </summary>
internal static class HttpHeadParser
{
    private const int MostFields = 100;
    private static readonly SearchValues<byte> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"u8);

    /// <summary>Parses everything before the empty line.</summary>
    /// <param name="head">The bytes, without the empty line and the line end before it.</param>
    /// <param name="limits">The bound on the body.</param>
    internal static HttpRequestHead Parse(ReadOnlySpan<byte> head, EndpointLimits limits)
    {
        ReadOnlySpan<byte> rest = head;
        (string method, string target, bool isHttp11) = ParseRequestLine(TakeLine(ref rest));
        HttpHeaders headers = ParseFields(rest);
        if (isHttp11 && headers.Count("Host") != 1)
        {
            throw new MalformedRequestException(400, "An HTTP/1.1 request has exactly one Host header.");
        }

        return new HttpRequestHead
        {
            Method = method,
            Target = target,
            Headers = headers,
            ContentLength = ParseLength(headers, limits.MaxBodyBytes),
            KeepAlive = isHttp11 && !HasToken(headers.GetAll("Connection"), "close"),
            ExpectsContinue = isHttp11 && string.Equals(headers.Get("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf("\r\n"u8);
        ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 2)..];
        return line.IndexOfAnyInRange((byte)0x00, (byte)0x08) < 0 && line.IndexOfAnyInRange((byte)0x0A, (byte)0x1F) < 0
            ? line
            : throw new MalformedRequestException(400, "The request head has a control character or a bare line end.");
    }

    private static (string Method, string Target, bool IsHttp11) ParseRequestLine(ReadOnlySpan<byte> line)
    {
        int first = line.IndexOf((byte)' ');
        int last = line.LastIndexOf((byte)' ');
        ReadOnlySpan<byte> version = line[(last + 1)..];
        if (first < 0 || last == first || !IsToken(line[..first]) || line[(first + 1)..last].Contains((byte)' ') || !version.StartsWith("HTTP/"u8))
        {
            throw new MalformedRequestException(400, "The request line is not METHOD TARGET HTTP/1.1.");
        }

        bool isHttp11 = version.SequenceEqual("HTTP/1.1"u8);
        if (!isHttp11 && !version.SequenceEqual("HTTP/1.0"u8))
        {
            throw new MalformedRequestException(505, "This endpoint speaks HTTP/1.1.");
        }

        // Origin form only; nothing here is a proxy. A percent-encoded target has no other characters than these.
        ReadOnlySpan<byte> target = line[(first + 1)..last];
        if (!target.StartsWith("/"u8) || target.IndexOfAnyExceptInRange((byte)'!', (byte)'~') >= 0)
        {
            throw new MalformedRequestException(400, "The request target is not a path.");
        }

        return (line[..first].SequenceEqual("POST"u8) ? "POST" : Encoding.ASCII.GetString(line[..first]), Encoding.ASCII.GetString(target), isHttp11);
    }

    private static HttpHeaders ParseFields(ReadOnlySpan<byte> rest)
    {
        var headers = new HttpHeaders();
        while (!rest.IsEmpty)
        {
            if (headers.Fields.Count == MostFields)
            {
                throw new MalformedRequestException(431, string.Create(CultureInfo.InvariantCulture, $"A request has at most {MostFields} headers."));
            }

            ReadOnlySpan<byte> line = TakeLine(ref rest);
            int colon = line.IndexOf((byte)':');
            if (colon < 0 || !IsToken(line[..colon]))
            {
                throw new MalformedRequestException(400, "A header line is not NAME: VALUE.");
            }

            // Latin-1 keeps every byte, so that a signature over the header's bytes can be checked.
            headers.Add(HeaderNames.Of(line[..colon]), Encoding.Latin1.GetString(line[(colon + 1)..].Trim(" \t"u8)));
        }

        return headers;
    }

    private static int ParseLength(HttpHeaders headers, int maximum)
    {
        if (headers.Get("Transfer-Encoding") is not null)
        {
            throw new MalformedRequestException(411, "A body comes with Content-Length; transfer codings are not taken.");
        }

        if (headers.Get("Content-Length") is not { } text)
        {
            return 0;
        }

        if (headers.Count("Content-Length") > 1 || text.Length is 0 or > 18 || text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            throw new MalformedRequestException(400, "Content-Length is not one decimal number.");
        }

        long length = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        return length <= maximum
            ? (int)length
            : throw new MalformedRequestException(413,
                string.Create(CultureInfo.InvariantCulture, $"The body has {length} bytes; this endpoint takes up to {maximum}."));
    }

    private static bool HasToken(string[] lists, string token) =>
        Array.Exists(lists, list => list.Split(',', StringSplitOptions.TrimEntries).Contains(token, StringComparer.OrdinalIgnoreCase));

    private static bool IsToken(ReadOnlySpan<byte> text) => !text.IsEmpty && text.IndexOfAnyExcept(TokenCharacters) < 0;
}

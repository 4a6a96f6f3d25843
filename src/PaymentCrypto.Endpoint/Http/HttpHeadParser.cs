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
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    /// <summary>Parses everything before the empty line.</summary>
    /// <param name="head">The bytes, without the empty line and the line end before it.</param>
    /// <param name="limits">The bound on the body.</param>
    internal static HttpRequestHead Parse(ReadOnlySpan<byte> head, EndpointLimits limits)
    {
        // Latin-1 keeps every byte, so a signature over the header's bytes can be checked.
        string[] lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (Array.Exists(lines, line => line.AsSpan().IndexOfAnyInRange('\0', '\u0008') >= 0 || line.AsSpan().IndexOfAnyInRange('\u000a', '\u001f') >= 0))
        {
            throw new MalformedRequestException(400, "The request head has a control character or a bare line end.");
        }

        (string method, string target, bool isHttp11) = ParseRequestLine(lines[0]);
        HttpHeaders headers = ParseFields(lines.AsSpan(1));
        if (isHttp11 && headers.Count("Host") != 1)
        {
            throw new MalformedRequestException(400, "An HTTP/1.1 request has exactly one Host header.");
        }

        string connection = headers.Get("Connection") is null ? string.Empty : string.Join(',', headers.GetAll("Connection"));
        return new HttpRequestHead
        {
            Method = method,
            Target = target,
            Headers = headers,
            ContentLength = ParseLength(headers, limits.MaxBodyBytes),
            KeepAlive = isHttp11 && !HasToken(connection, "close"),
            ExpectsContinue = isHttp11 && string.Equals(headers.Get("Expect"), "100-continue", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static (string Method, string Target, bool IsHttp11) ParseRequestLine(string line)
    {
        string[] parts = line.Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]) || !parts[2].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            throw new MalformedRequestException(400, "The request line is not METHOD TARGET HTTP/1.1.");
        }

        if (parts[2] is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            throw new MalformedRequestException(505, "This endpoint speaks HTTP/1.1.");
        }

        // Origin form only; nothing here is a proxy. A percent-encoded target has no other characters than these.
        if (!parts[1].StartsWith('/') || parts[1].AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
        {
            throw new MalformedRequestException(400, "The request target is not a path.");
        }

        return (parts[0], parts[1], parts[2] == "HTTP/1.1");
    }

    private static HttpHeaders ParseFields(ReadOnlySpan<string> lines)
    {
        if (lines.Length > MostFields)
        {
            throw new MalformedRequestException(431, string.Create(CultureInfo.InvariantCulture, $"A request has at most {MostFields} headers."));
        }

        var headers = new HttpHeaders();
        foreach (string line in lines)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !IsToken(line.AsSpan(0, colon)))
            {
                throw new MalformedRequestException(400, "A header line is not NAME: VALUE.");
            }

            headers.Add(line[..colon], line[(colon + 1)..].Trim(' ', '\t'));
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

    private static bool HasToken(string list, string token) =>
        list.Length > 0 && list.Split(',', StringSplitOptions.TrimEntries).Contains(token, StringComparer.OrdinalIgnoreCase);

    private static bool IsToken(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && !TokenMarks.Contains(character, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}

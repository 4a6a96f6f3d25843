using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The canonical form of a request, over which AWS Signature Version 4 is made (for every service but S3).</summary>
internal static class CanonicalRequest
{
    /// <summary>Builds the canonical request.</summary>
    /// <param name="request">The request as it came.</param>
    /// <param name="signedHeaders">The names of the signed headers, in their order.</param>
    internal static string Build(HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        var text = new StringBuilder(512);
        text.Append(request.Method).Append('\n');
        AppendPath(text, request.Path);
        text.Append('\n');
        AppendQuery(text, request.Query);
        text.Append('\n');
        foreach (string name in signedHeaders)
        {
            AppendHeader(text, name, request.Headers);
        }

        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n');
        return text.Append(LowerHex.Of(SHA256.HashData(request.Body.Span))).ToString();
    }

    private static void AppendHeader(StringBuilder text, string name, HttpHeaders headers)
    {
        text.Append(name).Append(':');
        bool isFirst = true;
        foreach ((string field, string value) in headers.Fields)
        {
            if (string.Equals(field, name, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(isFirst ? string.Empty : ",").Append(Collapse(value));
                isFirst = false;
            }
        }

        text.Append('\n');
    }

    // Dot segments and empty segments go (RFC 3986, 5.2.4); what the client has encoded is encoded once more.
    private static void AppendPath(StringBuilder text, string path)
    {
        var segments = new List<string>();
        foreach (string segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (segment)
            {
                case ".":
                    break;
                case ".." when segments.Count > 0:
                    segments.RemoveAt(segments.Count - 1);
                    break;
                case "..":
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        foreach (string segment in segments)
        {
            text.Append('/');
            PercentEncoding.Append(text, segment);
        }

        if (segments.Count == 0 || path.EndsWith('/'))
        {
            text.Append('/');
        }
    }

    private static void AppendQuery(StringBuilder text, string query)
    {
        if (query.Length == 0)
        {
            return;
        }

        IEnumerable<string> pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            string[] halves = pair.Split('=', 2);
            return Encode(halves[0]) + "=" + (halves.Length == 2 ? Encode(halves[1]) : string.Empty);
        });

        // By name, then by value: '=' is put below every character that a name can have.
        text.AppendJoin('&', pairs.OrderBy(pair => pair.Replace('=', '\0'), StringComparer.Ordinal));
    }

    private static string Encode(string part)
    {
        var text = new StringBuilder();
        PercentEncoding.Append(text, PercentEncoding.Decode(part));
        return text.ToString();
    }

    // Runs of spaces become one.
    private static string Collapse(string value) =>
        value.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : value;
}

using System.Buffers;
using System.Text;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The canonical form of a request, over which AWS Signature Version 4 is made (for every service but S3).</summary>
internal static class CanonicalRequest
{
    /// <summary>What neither encoding nor removing dot segments changes.</summary>
    private static readonly SearchValues<char> PlainPath = SearchValues.Create(PercentEncoding.Unreserved + "/");

    /// <summary>Writes the canonical request.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="request">The request as it came.</param>
    /// <param name="signedHeaders">The names of the signed headers, in their order.</param>
    internal static void Write(ref SignedText text, HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        text.Append(request.Method);
        text.Append("\n");
        text.Append(PathOf(request.Path));
        text.Append("\n");
        text.Append(QueryOf(request.Query));
        text.Append("\n");
        foreach (string name in signedHeaders)
        {
            AppendHeader(ref text, name, request.Headers);
        }

        string separator = "\n";
        foreach (string name in signedHeaders)
        {
            text.Append(separator);
            text.Append(name);
            separator = ";";
        }

        text.Append("\n");
        text.AppendHash(request.Body.Span);
    }

    private static void AppendHeader(ref SignedText text, string name, HttpHeaders headers)
    {
        text.Append(name);
        string separator = ":";
        foreach ((string field, string value) in headers.Fields)
        {
            if (string.Equals(field, name, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(separator);
                text.Append(Collapse(value));
                separator = ",";
            }
        }

        text.Append(separator == ":" ? ":\n" : "\n");
    }

    // Dot segments and empty segments go (RFC 3986, 5.2.4); what the client has encoded is encoded once more.
    private static string PathOf(string path)
    {
        bool isPlain = !path.AsSpan().ContainsAnyExcept(PlainPath)
            && !path.Contains("//", StringComparison.Ordinal)
            && !path.Contains("/.", StringComparison.Ordinal);
        if (isPlain)
        {
            return path;
        }

        var text = new StringBuilder(2 * path.Length);
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

        return text.ToString();
    }

    private static string QueryOf(string query)
    {
        if (query.Length == 0)
        {
            return string.Empty;
        }

        IEnumerable<string> pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            string[] halves = pair.Split('=', 2);
            return Encode(halves[0]) + "=" + (halves.Length == 2 ? Encode(halves[1]) : string.Empty);
        });

        // By name, then by value: '=' is put below every character that a name can have.
        return string.Join('&', pairs.OrderBy(pair => pair.Replace('=', '\0'), StringComparer.Ordinal));
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

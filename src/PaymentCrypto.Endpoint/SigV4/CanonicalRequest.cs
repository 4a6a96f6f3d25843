using System.Buffers;
using System.Text;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The canonical form of a request, over which AWS Signature Version 4 is made (for every service but S3).</summary>
internal static class CanonicalRequest
{
    /// <summary>What neither encoding nor removing dot segments changes.</summary>
    private static readonly SearchValues<char> PlainPath = SearchValues.Create(PercentEncoding.Unreserved + "/");

    /// <summary>Builds the canonical request.</summary>
    /// <param name="request">The request as it came.</param>
    /// <param name="signedHeaders">The names of the signed headers, in their order.</param>
    internal static SignedText Build(HttpRequest request, IReadOnlyList<string> signedHeaders)
    {
        SignedText text = new();
        text.Append(request.Method).Append("\n").Append(PathOf(request.Path)).Append("\n").Append(QueryOf(request.Query)).Append("\n");
        foreach (string name in signedHeaders)
        {
            AppendHeader(text, name, request.Headers);
        }

        string separator = "\n";
        foreach (string name in signedHeaders)
        {
            text.Append(separator).Append(name);
            separator = ";";
        }

        return text.Append("\n").AppendHash(request.Body.Span);
    }

    private static void AppendHeader(SignedText text, string name, HttpHeaders headers)
    {
        text.Append(name).Append(":");
        bool isFirst = true;
        foreach ((string field, string value) in headers.Fields)
        {
            if (string.Equals(field, name, StringComparison.OrdinalIgnoreCase))
            {
                text.Append(isFirst ? string.Empty : ",").Append(Collapse(value));
                isFirst = false;
            }
        }

        text.Append("\n");
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

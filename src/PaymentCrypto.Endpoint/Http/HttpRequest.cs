namespace PaymentCrypto.Endpoint.Http;

/// <summary>A request without its connection. Everything above the listener works on this alone.</summary>
internal sealed class HttpRequest
{
    /// <summary>The method, as sent.</summary>
    internal required string Method { get; init; }

    /// <summary>The request target as sent: path and query, still percent-encoded.</summary>
    internal required string Target { get; init; }

    /// <summary>The header fields.</summary>
    internal required HttpHeaders Headers { get; init; }

    /// <summary>The body; empty when there is none.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The path, percent-encoded.</summary>
    internal string Path => Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and int mark ? Target[..mark] : Target;

    /// <summary>The query without its question mark, percent-encoded; empty when there is none.</summary>
    internal string Query => Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and int mark ? Target[(mark + 1)..] : string.Empty;
}

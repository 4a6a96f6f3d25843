namespace PaymentCrypto.Endpoint.Http;

/// <summary>Request line and header fields, with what they say about the body and the connection.</summary>
internal sealed class HttpRequestHead
{
    /// <summary>The method.</summary>
    internal required string Method { get; init; }

    /// <summary>The request target.</summary>
    internal required string Target { get; init; }

    /// <summary>The header fields.</summary>
    internal required HttpHeaders Headers { get; init; }

    /// <summary>How many bytes of body follow.</summary>
    internal required int ContentLength { get; init; }

    /// <summary>Whether another request may follow on the same connection.</summary>
    internal required bool KeepAlive { get; init; }

    /// <summary>Whether the client waits for "100 Continue" before it sends the body.</summary>
    internal required bool ExpectsContinue { get; init; }

    /// <summary>The request with its body.</summary>
    internal HttpRequest With(ReadOnlyMemory<byte> body) => new() { Method = Method, Target = Target, Headers = Headers, Body = body };
}

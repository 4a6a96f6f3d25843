namespace PaymentCrypto.Endpoint.Http;

/// <summary>A response without its connection.</summary>
internal sealed class HttpResponse
{
    /// <summary>The status code.</summary>
    internal required int Status { get; init; }

    /// <summary>The header fields, without those that belong to the connection (Date, Content-Length, Connection).</summary>
    internal HttpHeaders Headers { get; } = new();

    /// <summary>The body.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body is only measured and not sent: the answer to HEAD.</summary>
    internal bool IsHeadOnly { get; private set; }

    /// <summary>Send nothing at all and drop the connection: a rehearsed fault.</summary>
    internal bool Drop { get; init; }

    /// <summary>Leaves the body out if <paramref name="condition"/> holds.</summary>
    internal HttpResponse OmitBody(bool condition)
    {
        IsHeadOnly = condition;
        return this;
    }
}

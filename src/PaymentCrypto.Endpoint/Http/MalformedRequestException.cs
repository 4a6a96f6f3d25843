namespace PaymentCrypto.Endpoint.Http;

/// <summary>What came in is not an HTTP/1.1 request that this server takes. The connection ends after the answer.</summary>
internal sealed class MalformedRequestException(int status, string message) : Exception(message)
{
    /// <summary>The status to answer with.</summary>
    internal int Status { get; } = status;
}

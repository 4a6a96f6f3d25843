namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>Ids of requests, in the form of the service's: random UUIDs (RFC 9562 5.4).</summary>
internal static class RequestIds
{
    /// <summary>The next one. It names a request in logs and proves nothing: the system's generator, which costs a call of the system, is not asked.</summary>
    internal static string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}

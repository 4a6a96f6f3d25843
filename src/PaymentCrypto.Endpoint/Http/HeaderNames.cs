using System.Text;

namespace PaymentCrypto.Endpoint.Http;

/// <summary>The names that AWS SDKs send with every request, as they spell them: no text is made of these.</summary>
internal static class HeaderNames
{
    private static readonly (byte[] Bytes, string Name)[] Usual =
    [
        .. new[]
        {
            "Host", "Content-Type", "Content-Length", "Authorization", "X-Amz-Date", "X-Amz-Target", "X-Amz-Security-Token", "X-Amz-Content-SHA256",
            "User-Agent", "Accept", "Accept-Encoding", "Connection", "host", "content-type", "content-length", "authorization", "x-amz-date", "x-amz-target",
            "x-amz-content-sha256", "x-amz-user-agent", "user-agent", "amz-sdk-invocation-id", "amz-sdk-request",
        }.Select(name => (Encoding.ASCII.GetBytes(name), name)),
    ];

    /// <summary>The name as it stands on the wire.</summary>
    internal static string Of(ReadOnlySpan<byte> name)
    {
        foreach ((byte[] bytes, string known) in Usual)
        {
            if (name.SequenceEqual(bytes))
            {
                return known;
            }
        }

        return Encoding.Latin1.GetString(name);
    }
}

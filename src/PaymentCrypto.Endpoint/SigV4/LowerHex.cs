namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Hex digits in lower case, the form in which hashes and signatures are signed and sent.</summary>
internal static class LowerHex
{
    /// <summary>Two digits for each byte.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length * 2, bytes.ToArray(), static (text, source) =>
    {
        for (int index = 0; index < source.Length; index++)
        {
            text[2 * index] = "0123456789abcdef"[source[index] >> 4];
            text[(2 * index) + 1] = "0123456789abcdef"[source[index] & 0xf];
        }
    });
}

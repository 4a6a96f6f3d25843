namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Hex digits in lower case, the form in which hashes and signatures are signed and sent.</summary>
internal static class LowerHex
{
    /// <summary>Two digits for each byte of a hash.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[2 * bytes.Length];
        for (int index = 0; index < bytes.Length; index++)
        {
            text[2 * index] = "0123456789abcdef"[bytes[index] >> 4];
            text[(2 * index) + 1] = "0123456789abcdef"[bytes[index] & 0xf];
        }

        return new string(text);
    }
}

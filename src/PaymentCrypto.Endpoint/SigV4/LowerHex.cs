namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Hex digits in lower case, the form in which hashes and signatures are signed and sent.</summary>
internal static class LowerHex
{
    /// <summary>Writes two digits, in ASCII, for each byte of a hash.</summary>
    internal static void Write(ReadOnlySpan<byte> bytes, Span<byte> digits)
    {
        for (int index = 0; index < bytes.Length; index++)
        {
            digits[2 * index] = "0123456789abcdef"u8[bytes[index] >> 4];
            digits[(2 * index) + 1] = "0123456789abcdef"u8[bytes[index] & 0xf];
        }
    }
}

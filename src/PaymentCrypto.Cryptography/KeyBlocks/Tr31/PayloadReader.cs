using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>The fifth import check: what follows the header can be a payload and a MAC at all.</summary>
internal static class PayloadReader
{
    private const int LengthFieldLength = 2;

    public static void Check(Tr31KeyBlockHeader header, int headerLength, ReadOnlySpan<char> rest, Findings findings)
    {
        if (!HexText.IsHex(rest))
        {
            throw Malformed($"The {rest.Length} characters after the header are not hex digits only. Is the number of optional blocks or a length wrong?");
        }

        if (rest.Length % 2 != 0)
        {
            throw Malformed($"After the header there are {rest.Length} hex digits; the number must be even.");
        }

        int macLength = PayloadProtection.MacLength(header.Version);
        int alignment = PayloadProtection.PayloadAlignment(header.Version);
        int payloadLength = (rest.Length / 2) - macLength;
        if (payloadLength < Math.Max(alignment, LengthFieldLength + 1))
        {
            throw Malformed(
                $"After the header there are {rest.Length} hex digits; version {header.Version} needs at least one cipher block of payload and " +
                $"a MAC of {2 * macLength} digits.");
        }

        if (payloadLength % alignment != 0)
        {
            throw Malformed($"The payload has {payloadLength} bytes; version {header.Version} wants a multiple of {alignment}.");
        }

        if (header.Version is Tr31Version.A or Tr31Version.C && headerLength % alignment != 0)
        {
            throw new CryptographyException(
                CryptographyError.Tr31OptionalBlock,
                $"The header has {headerLength} characters; the MAC of version {header.Version} is only defined for a multiple of {alignment}.");
        }

        if (rest.IndexOfAnyInRange('a', 'f') >= 0)
        {
            findings.Deviation(CryptographyError.Tr31Payload, "The payload has lower-case hex digits; X9.143 writes upper case.");
        }
    }

    private static CryptographyException Malformed(string message) => new(CryptographyError.Tr31Payload, message);
}

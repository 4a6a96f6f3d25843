namespace PaymentCrypto.Cryptography.KeyBlocks.Asn1;

/// <summary>The errors under which one kind of input refuses a wrong outermost element.</summary>
internal sealed record FrameErrors(CryptographyError TooLarge, CryptographyError Malformed, CryptographyError Truncated, CryptographyError TrailingData)
{
    /// <summary>For tokens of TR-34.</summary>
    public static readonly FrameErrors Tr34 = new(
        CryptographyError.Tr34TooLarge, CryptographyError.Tr34Malformed, CryptographyError.Tr34Truncated, CryptographyError.Tr34TrailingData);
}

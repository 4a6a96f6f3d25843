namespace PaymentCrypto.KeyBlocks.Asn1;

/// <summary>The errors under which one kind of input refuses a wrong outermost element.</summary>
internal sealed record FrameErrors(KeyBlockError TooLarge, KeyBlockError Malformed, KeyBlockError Truncated, KeyBlockError TrailingData)
{
    /// <summary>For tokens of TR-34.</summary>
    public static readonly FrameErrors Tr34 = new(
        KeyBlockError.Tr34TooLarge, KeyBlockError.Tr34Malformed, KeyBlockError.Tr34Truncated, KeyBlockError.Tr34TrailingData);
}

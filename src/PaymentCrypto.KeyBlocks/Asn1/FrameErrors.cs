namespace PaymentCrypto.KeyBlocks.Asn1;

/// <summary>The errors under which one kind of input refuses a wrong outermost element.</summary>
internal sealed record FrameErrors(KeyBlockError TooLarge, KeyBlockError Malformed, KeyBlockError Truncated, KeyBlockError TrailingData);

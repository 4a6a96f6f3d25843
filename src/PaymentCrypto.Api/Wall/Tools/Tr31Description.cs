namespace PaymentCrypto.Api.Tools;

/// <summary>What there is to see of a TR-31 key block without any key.</summary>
/// <param name="Block">The block, in one line.</param>
/// <param name="Header">Its header.</param>
/// <param name="Warnings">What a strict reader would have refused, or the receiver should know.</param>
public sealed record Tr31Description(string Block, KeyBlockHeader Header, IReadOnlyList<string> Warnings);

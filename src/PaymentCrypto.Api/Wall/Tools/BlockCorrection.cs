namespace PaymentCrypto.Api.Tools;

/// <summary>One damaged character of a key block, proven by the MAC.</summary>
/// <param name="Position">Which character, from 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Right">What belongs there.</param>
/// <param name="Block">The block as it should be.</param>
public sealed record BlockCorrection(int Position, char Found, char Right, string Block);

namespace PaymentCrypto.Cryptography.Diagnosis.Repair;

/// <summary>One character of a TR-31 block that is wrong, proven by the MAC of the block as it should be.</summary>
/// <param name="Position">Which character, from 1.</param>
/// <param name="Found">The character that stands there.</param>
/// <param name="Right">The character that belongs there.</param>
/// <param name="Block">The whole block as it should be.</param>
public sealed record KeyBlockCorrection(int Position, char Found, char Right, string Block);

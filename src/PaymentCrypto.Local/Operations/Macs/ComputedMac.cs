namespace PaymentCrypto.Local.Operations.Macs;

/// <summary>A MAC before it is shortened to what the caller wants of it.</summary>
/// <param name="KeyArn">The ARN of the named key.</param>
/// <param name="KeyCheckValue">Its check value.</param>
/// <param name="Whole">All bytes that the algorithm gives.</param>
/// <param name="DefaultLength">How many of them are answered when the caller does not say, in bytes.</param>
/// <param name="IsTdes">Whether it is made with TDES: such a MAC is verified at 4 or 8 bytes only (seen live).</param>
internal sealed record ComputedMac(string KeyArn, string KeyCheckValue, byte[] Whole, int DefaultLength, bool IsTdes);

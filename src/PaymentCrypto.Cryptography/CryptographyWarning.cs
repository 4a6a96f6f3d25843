namespace PaymentCrypto.Cryptography;

/// <summary>Something that a strict reader would have refused, or that the receiver of a key should know.</summary>
/// <param name="Check">The check that found it.</param>
/// <param name="Message">What was found, and what would be right. Never key material.</param>
public sealed record CryptographyWarning(CryptographyError Check, string Message);

namespace PaymentCrypto.Api;

/// <summary>An imported key has another check value than the one that its sender gave.</summary>
public sealed class KeyCheckValueMismatchException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Both values, and what became of the key.</param>
    public KeyCheckValueMismatchException(string message)
        : base("PcKeyCheckValueMismatch", ErrorKind.CorruptData, message) =>
        RecommendedAction = "Ask the sender for the value and how it was computed. Then use Enable-PcKey, or Remove-PcKey.";
}

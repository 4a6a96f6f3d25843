namespace PaymentCrypto.Cryptography;

/// <summary>
/// A key block, key token, cryptogram, certificate or key was refused. <see cref="Error"/> says which check failed; the message
/// says which value was wrong and what would be right. Neither ever holds key material.
/// </summary>
public sealed class CryptographyException : Exception
{
    /// <summary>Creates the exception for one failed check.</summary>
    /// <param name="error">Which check failed.</param>
    /// <param name="message">What was wrong with which value, and what would be right. Never key material.</param>
    /// <param name="innerException">The library error behind it, if any.</param>
    public CryptographyException(CryptographyError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>Which check failed.</summary>
    public CryptographyError Error { get; }
}

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

    /// <summary>
    /// Whether the failed check looked at decrypted bytes. Then which check it was, and what it found, is for the owner of the key alone: whoever
    /// can send inputs and tell such failures apart has a decryption oracle (Vaudenay 2002, Manger 2001). A server answers all of them alike.
    /// </summary>
    public bool IsAfterDecryption => Error is CryptographyError.Tr31Mac or CryptographyError.Tr31KeyLength or CryptographyError.Tr31CheckValue
        or CryptographyError.Tr34EphemeralKey or CryptographyError.Tr34Padding or CryptographyError.Tr34KeyEncryptionBlock
        or CryptographyError.Tr34InnerSignerMismatch
        or CryptographyError.Tr34HeaderMismatch or CryptographyError.Tr34KeyLength
        or CryptographyError.CryptogramDecryption or CryptographyError.CryptogramKeyLength;
}

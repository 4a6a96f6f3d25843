namespace PaymentCrypto.Api;

/// <summary>A key, private key or certificate could not be taken in from where the user said it is. Nothing was written.</summary>
public sealed class KeyInputException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id and kind.</param>
    /// <param name="message">What was wrong with which input, and what would be right. Never a secret.</param>
    /// <param name="innerException">The cause, if any.</param>
    public KeyInputException(KeyInputFailure failure, string message, Exception? innerException = null)
        : base("PcKeyInput" + failure, KindOf(failure), message, innerException) => Failure = failure;

    /// <summary>Which failure.</summary>
    public KeyInputFailure Failure { get; }

    private static ErrorKind KindOf(KeyInputFailure failure) => failure switch
    {
        KeyInputFailure.PassphraseMissing or KeyInputFailure.PassphraseWrong or KeyInputFailure.CheckValueMismatch => ErrorKind.AuthenticationFailed,
        KeyInputFailure.FileNotFound => ErrorKind.NotFound,
        KeyInputFailure.FileUnreadable => ErrorKind.CorruptData,
        _ => ErrorKind.InvalidRequest,
    };
}

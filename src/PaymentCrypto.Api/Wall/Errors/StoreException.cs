namespace PaymentCrypto.Api;

/// <summary>The local engine's store could not be opened, read or written. What was in it is left as it was.</summary>
public sealed class StoreException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id and kind.</param>
    /// <param name="message">Which file, what is wrong with it, and what would be right.</param>
    /// <param name="innerException">The cause, if any.</param>
    public StoreException(StoreFailure failure, string message, Exception? innerException = null)
        : base("PcStore" + failure, KindOf(failure), message, innerException) => Failure = failure;

    /// <summary>Which failure.</summary>
    public StoreFailure Failure { get; }

    private static ErrorKind KindOf(StoreFailure failure) => failure switch
    {
        StoreFailure.Corrupt or StoreFailure.BackupInvalid => ErrorKind.CorruptData,
        StoreFailure.TooNew or StoreFailure.Foreign => ErrorKind.NotSupported,
        StoreFailure.Busy or StoreFailure.InUse => ErrorKind.Busy,
        StoreFailure.Missing or StoreFailure.BackupMissing => ErrorKind.NotFound,
        StoreFailure.Exists or StoreFailure.BackupExists => ErrorKind.Conflict,
        StoreFailure.Full => ErrorKind.LimitExceeded,
        _ => ErrorKind.AccessDenied,
    };
}

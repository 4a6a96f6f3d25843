namespace PaymentCrypto.Api;

/// <summary>The vault, which seals every secret of the local engine's store, could not be opened or a sealed secret was altered.</summary>
public sealed class VaultException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id and kind.</param>
    /// <param name="message">Which store or key file, what is wrong, and what would be right. Never a secret.</param>
    /// <param name="innerException">The cause, if any.</param>
    public VaultException(VaultFailure failure, string message, Exception? innerException = null)
        : base("PcVault" + failure, KindOf(failure), message, innerException) => Failure = failure;

    /// <summary>Which failure.</summary>
    public VaultFailure Failure { get; }

    private static ErrorKind KindOf(VaultFailure failure) => failure switch
    {
        VaultFailure.SecretAltered => ErrorKind.CorruptData,
        VaultFailure.MemoryShort => ErrorKind.LimitExceeded,
        _ => ErrorKind.AuthenticationFailed,
    };
}

namespace PaymentCrypto.Api;

/// <summary>
/// The steps of an operation are not shown, because one of its keys may not leave the store. They have keys that are derived from it, and more
/// than one cryptogram of it. The error id is <c>PcStepsRefused</c>.
/// </summary>
public sealed class StepsRefusedException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which key, and why.</param>
    public StepsRefusedException(string message)
        : base("PcStepsRefused", ErrorKind.AccessDenied, message)
    {
    }
}

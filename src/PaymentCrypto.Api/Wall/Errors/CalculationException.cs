namespace PaymentCrypto.Api;

/// <summary>
/// A calculator of the other side refused what it was given. The error id is <c>PcCalculation</c> and the name of the failure; the message
/// names the parameter that was wrong and what would be right, never a PIN, a PAN or a key.
/// </summary>
public sealed class CalculationException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id and kind.</param>
    /// <param name="message">What was wrong with which parameter, and what would be right.</param>
    /// <param name="innerException">The cause, if any.</param>
    public CalculationException(CalculationFailure failure, string message, Exception? innerException = null)
        : base("PcCalculation" + failure, failure == CalculationFailure.PinBlock ? ErrorKind.CorruptData : ErrorKind.InvalidRequest, message, innerException) =>
            Failure = failure;

    /// <summary>Which failure.</summary>
    public CalculationFailure Failure { get; }
}

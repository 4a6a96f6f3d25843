namespace PaymentCrypto.Api;

/// <summary>What was to be verified is wrong: a PIN, a MAC, card validation data or a cryptogram. The request itself was right.</summary>
public sealed class VerificationFailedException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">One of <see cref="VerificationFailedReason"/>; null when the service did not say.</param>
    /// <param name="message">What was verified. Never the value that would have been right.</param>
    public VerificationFailedException(string? reason, string message)
        : base(nameof(VerificationFailedException), 400, ErrorKind.VerificationFailed, message) => Reason = reason;

    /// <summary>What was wrong; one of <see cref="VerificationFailedReason"/>, or null when the service did not say.</summary>
    public string? Reason { get; }
}

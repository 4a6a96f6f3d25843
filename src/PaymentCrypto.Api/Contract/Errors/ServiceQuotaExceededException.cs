namespace PaymentCrypto.Api;

/// <summary>The account has as many of these as its quota allows.</summary>
public sealed class ServiceQuotaExceededException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public ServiceQuotaExceededException(string message)
        : base(nameof(ServiceQuotaExceededException), 402, ErrorKind.LimitExceeded, message)
    {
    }
}

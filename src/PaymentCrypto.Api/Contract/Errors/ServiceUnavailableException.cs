namespace PaymentCrypto.Api;

/// <summary>The service cannot answer now; the request may be tried again.</summary>
public sealed class ServiceUnavailableException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public ServiceUnavailableException(string message)
        : base(nameof(ServiceUnavailableException), 503, ErrorKind.Busy, message)
    {
    }
}

namespace PaymentCrypto.Api;

/// <summary>Too many requests in too short a time; try again later.</summary>
public sealed class ThrottlingException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public ThrottlingException(string message)
        : base(nameof(ThrottlingException), 429, ErrorKind.Busy, message)
    {
    }
}

namespace PaymentCrypto.Api;

/// <summary>The service failed on its own side; the request may be tried again.</summary>
public sealed class InternalServerException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public InternalServerException(string message)
        : base(nameof(InternalServerException), 500, ErrorKind.Internal, message)
    {
    }
}

namespace PaymentCrypto.Api;

/// <summary>The resource exists already, or its state does not allow the operation.</summary>
public sealed class ConflictException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public ConflictException(string message)
        : base(nameof(ConflictException), 409, ErrorKind.Conflict, message)
    {
    }
}

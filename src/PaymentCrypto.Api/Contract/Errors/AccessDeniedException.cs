namespace PaymentCrypto.Api;

/// <summary>The caller's identity or the key's policy does not allow the operation.</summary>
public sealed class AccessDeniedException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong and what would be right.</param>
    public AccessDeniedException(string message)
        : base(nameof(AccessDeniedException), 403, ErrorKind.AccessDenied, message)
    {
    }
}

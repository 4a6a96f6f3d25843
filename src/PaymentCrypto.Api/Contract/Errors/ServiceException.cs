namespace PaymentCrypto.Api;

/// <summary>An error of the service, raised alike by AWS and by the local engine. One subclass per AWS error code.</summary>
public abstract class ServiceException : PaymentCryptographyException
{
    private protected ServiceException(string code, int httpStatus, ErrorKind kind, string message, string? errorId = null)
        : base(errorId ?? "Pc" + (code.EndsWith("Exception", StringComparison.Ordinal) ? code[..^"Exception".Length] : code), kind, message)
    {
        Code = code;
        HttpStatus = httpStatus;
    }

    /// <summary>The AWS error code, for example <c>ValidationException</c>.</summary>
    public string Code { get; }

    /// <summary>The HTTP status with which AWS answers this error.</summary>
    public int HttpStatus { get; }

    /// <summary>The request id of the failed call; null on the local engine.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// What only the owner of the key may know: which check of decrypted bytes failed. The local prompt shows it; it is never part of
    /// <see cref="Exception.Message"/>, a response or a log, or whoever sends inputs could decrypt by asking. Null when the message says it all.
    /// </summary>
    public string? OwnersDetail { get; init; }
}

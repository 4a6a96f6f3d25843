namespace PaymentCrypto.Api;

/// <summary>An error code that the service model does not list: a front-end error of AWS, or one newer than this module.</summary>
public sealed class UnknownServiceException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The AWS error code as received.</param>
    /// <param name="httpStatus">The HTTP status as received.</param>
    /// <param name="message">The message as received.</param>
    public UnknownServiceException(string code, int httpStatus, string message)
        : base(code, httpStatus, KindOf(code, httpStatus), message)
    {
    }

    // The code first: some AWS front ends answer 400 where others answer 403.
    private static ErrorKind KindOf(string code, int httpStatus) => code switch
    {
        FrontEndError.MissingAuthenticationToken or FrontEndError.IncompleteSignature or FrontEndError.InvalidSignature
            or FrontEndError.UnrecognizedClient or FrontEndError.ExpiredToken => ErrorKind.AuthenticationFailed,
        FrontEndError.UnknownOperation => ErrorKind.NotSupported,
        _ => httpStatus switch
        {
            401 or 403 => ErrorKind.AuthenticationFailed,
            404 => ErrorKind.NotFound,
            429 => ErrorKind.Busy,
            >= 500 => ErrorKind.Internal,
            _ => ErrorKind.InvalidRequest,
        },
    };
}

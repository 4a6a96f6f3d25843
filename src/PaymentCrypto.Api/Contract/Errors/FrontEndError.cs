namespace PaymentCrypto.Api;

/// <summary>
/// The errors of the HTTP front end that every AWS service may answer and that no service model lists. Each makes an
/// <see cref="UnknownServiceException"/> with the code and status that AWS SDKs know.
/// </summary>
public static class FrontEndError
{
    /// <summary>The code of a body that is not the JSON of its operation.</summary>
    public const string Serialization = "SerializationException";

    /// <summary>The code of a target that names no operation.</summary>
    public const string UnknownOperation = "UnknownOperationException";

    /// <summary>The code of a request without any credentials.</summary>
    public const string MissingAuthenticationToken = "MissingAuthenticationTokenException";

    /// <summary>The code of a signature header that lacks a part.</summary>
    public const string IncompleteSignature = "IncompleteSignatureException";

    /// <summary>The code of a signature that does not fit, or fits a moment that is too far from now.</summary>
    public const string InvalidSignature = "InvalidSignatureException";

    /// <summary>The code of an access key, or a session token, that nobody knows.</summary>
    public const string UnrecognizedClient = "UnrecognizedClientException";

    /// <summary>The code of a session whose time is over.</summary>
    public const string ExpiredToken = "ExpiredTokenException";

    /// <summary>The code of a body above the size limit.</summary>
    public const string RequestEntityTooLarge = "RequestEntityTooLargeException";

    /// <summary>The code of a body that is not of the protocol's media type.</summary>
    public const string UnsupportedMediaType = "UnsupportedMediaTypeException";

    /// <summary>Makes the exception of one of the codes above.</summary>
    /// <param name="code">One of the constants of this class.</param>
    /// <param name="message">What was wrong and what would be right.</param>
    public static UnknownServiceException Create(string code, string message) => new(code, StatusOf(code), message);

    private static int StatusOf(string code) => code switch
    {
        MissingAuthenticationToken or InvalidSignature or UnrecognizedClient or ExpiredToken => 403,
        RequestEntityTooLarge => 413,
        UnsupportedMediaType => 415,
        _ => 400,
    };
}

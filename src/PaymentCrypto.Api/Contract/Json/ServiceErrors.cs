namespace PaymentCrypto.Api.Json;

/// <summary>Service errors between their two forms: the exception in process, and code and body on the wire.</summary>
public static class ServiceErrors
{
    private const string FrontEndNamespace = "com.amazon.coral.service#";

    /// <summary>Makes the exception of an AWS error code.</summary>
    /// <param name="code">The code alone, or as in <c>__type</c> with a namespace before <c>#</c>, or as in
    /// <c>x-amzn-ErrorType</c> with a URI after <c>:</c>.</param>
    /// <param name="httpStatus">The HTTP status; it matters only for codes that the service model does not have.</param>
    /// <param name="message">The message as received; null or empty where there was none.</param>
    /// <param name="resourceId">The resource id of a ResourceNotFoundException.</param>
    /// <param name="requestId">The request id of the failed call.</param>
    public static ServiceException Create(string code, int httpStatus, string? message, string? resourceId = null, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        string name = CodeName(code);
        string text = string.IsNullOrEmpty(message) ? $"The service answered {name} without a message." : message;
        return name switch
        {
            nameof(AccessDeniedException) => new AccessDeniedException(text) { RequestId = requestId },
            nameof(ConflictException) => new ConflictException(text) { RequestId = requestId },
            nameof(InternalServerException) => new InternalServerException(text) { RequestId = requestId },
            nameof(PublicPolicyException) => new PublicPolicyException(text) { RequestId = requestId },
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(resourceId, string.IsNullOrEmpty(message) ? null : message)
            {
                RequestId = requestId,
            },
            nameof(ServiceQuotaExceededException) => new ServiceQuotaExceededException(text) { RequestId = requestId },
            nameof(ServiceUnavailableException) => new ServiceUnavailableException(text) { RequestId = requestId },
            nameof(ThrottlingException) => new ThrottlingException(text) { RequestId = requestId },
            nameof(ValidationException) => new ValidationException(text) { RequestId = requestId },
            nameof(VerificationFailedException) => new VerificationFailedException(null, text) { RequestId = requestId },
            _ => new UnknownServiceException(name, httpStatus, text) { RequestId = requestId },
        };
    }

    /// <summary>Makes the exception of an error body.</summary>
    /// <param name="body">The body as read.</param>
    /// <param name="httpStatus">The HTTP status.</param>
    /// <param name="requestId">The request id of the failed call.</param>
    public static ServiceException FromBody(ServiceErrorBody body, int httpStatus, string? requestId = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        ServiceException error = Create(body.Type ?? "UnknownError", httpStatus, body.Message ?? body.FrontEndMessage, body.ResourceId, requestId);
        return error switch
        {
            VerificationFailedException => new VerificationFailedException(body.Reason, error.Message) { RequestId = requestId },
            ValidationException when body.FieldList is { } fields => new ValidationException(error.Message) { RequestId = requestId, FieldList = fields },
            _ => error,
        };
    }

    /// <summary>The error body of an exception, as the service writes it.</summary>
    /// <param name="exception">The error.</param>
    /// <param name="errorNamespace">What stands before the code of an error of the service model.</param>
    public static ServiceErrorBody ToBody(ServiceException exception, string errorNamespace) => exception switch
    {
        // The service sends no message here; every SDK makes its own from the code.
        ResourceNotFoundException notFound => new ServiceErrorBody { Type = errorNamespace + notFound.Code, ResourceId = notFound.ResourceId },
        UnknownServiceException frontEnd => new ServiceErrorBody { Type = FrontEndNamespace + frontEnd.Code, FrontEndMessage = frontEnd.Message },
        VerificationFailedException failed => new ServiceErrorBody { Type = errorNamespace + failed.Code, Message = failed.Message, Reason = failed.Reason },
        null => throw new ArgumentNullException(nameof(exception)),
        _ => new ServiceErrorBody { Type = errorNamespace + exception.Code, Message = exception.Message },
    };

    private static string CodeName(string code)
    {
        int end = code.IndexOf(':', StringComparison.Ordinal);
        string withoutUri = end < 0 ? code : code[..end];
        return withoutUri[(withoutUri.LastIndexOf('#') + 1)..];
    }
}

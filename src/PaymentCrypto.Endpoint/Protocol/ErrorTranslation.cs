using PaymentCrypto.Api;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>Turns whatever a provider throws into an error of the service.</summary>
internal static class ErrorTranslation
{
    /// <summary>The error to answer with.</summary>
    /// <param name="exception">What was thrown.</param>
    internal static ServiceException Translate(Exception exception) => exception switch
    {
        ServiceException error => error,
        MalformedJsonException malformed => FrontEndError.Create(FrontEndError.Serialization, malformed.Message),
        NotSupportedByProviderException missing => FrontEndError.Create(FrontEndError.UnknownOperation, missing.Message),
        PaymentCryptographyException { Kind: ErrorKind.Busy } busy => new ServiceUnavailableException(busy.Message),
        PaymentCryptographyException failure => new InternalServerException($"{failure.ErrorId}: {failure.Message}"),

        // A defect: its message was not written for clients and may hold anything.
        _ => new InternalServerException($"The endpoint failed with an unexpected {exception.GetType().Name}."),
    };
}

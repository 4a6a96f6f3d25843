using PaymentCrypto.Api;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Callers;

/// <summary>Finds out who sent a request.</summary>
internal interface ICallerResolver
{
    /// <summary>Finds the caller, or refuses the request.</summary>
    /// <exception cref="UnknownServiceException">One of the codes of <see cref="FrontEndError"/>.</exception>
    Caller Resolve(HttpRequest request);
}

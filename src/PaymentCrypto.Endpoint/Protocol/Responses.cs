using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Wire;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>The responses of an operation, in the protocol of its service.</summary>
internal static class Responses
{
    /// <summary>A success.</summary>
    /// <param name="service">The service that answers.</param>
    /// <param name="body">The JSON of the response record.</param>
    /// <param name="requestId">The request id.</param>
    internal static HttpResponse Success(Service service, byte[] body, string requestId) =>
        WithHeaders(service, new HttpResponse { Status = 200, Body = body }, requestId);

    /// <summary>An error.</summary>
    /// <param name="service">The service that answers.</param>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The request id.</param>
    internal static HttpResponse Error(Service service, ServiceException error, string requestId)
    {
        byte[] body = WireProtocol.Of(service).WriteError(service, error);
        HttpResponse response = WithHeaders(service, new HttpResponse { Status = StatusOf(error), Body = body }, requestId);
        if (response.Status == 405)
        {
            response.Headers.Add("Allow", "POST");
        }

        // A code that came from elsewhere may be anything; one that is not a name stays out of the head.
        if (error.Code.All(char.IsAsciiLetterOrDigit))
        {
            response.Headers.Add("x-amzn-ErrorType", error.Code);
        }

        return response;
    }

    // A provider that reached AWS may have no status at all, for example when the answer was garbage.
    private static int StatusOf(ServiceException error) => error.HttpStatus is >= 400 and <= 599 ? error.HttpStatus : 500;

    private static HttpResponse WithHeaders(Service service, HttpResponse response, string requestId)
    {
        response.Headers.Add("Content-Type", WireProtocol.Of(service).MediaType);
        response.Headers.Add("x-amzn-RequestId", requestId);
        return response;
    }
}

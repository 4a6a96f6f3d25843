using PaymentCrypto.Api;
using PaymentCrypto.Api.Json;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>The responses of AWS JSON 1.0.</summary>
internal static class Responses
{
    /// <summary>A success.</summary>
    /// <param name="body">The JSON of the response record.</param>
    /// <param name="requestId">The request id.</param>
    internal static HttpResponse Success(byte[] body, string requestId) => WithHeaders(new HttpResponse { Status = 200, Body = body }, requestId);

    /// <summary>An error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The request id.</param>
    internal static HttpResponse Error(ServiceException error, string requestId)
    {
        byte[] body = ApiJson.Write(ServiceErrors.ToBody(error), ApiJson.Context.ServiceErrorBody);
        HttpResponse response = WithHeaders(new HttpResponse { Status = StatusOf(error), Body = body }, requestId);
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

    private static HttpResponse WithHeaders(HttpResponse response, string requestId)
    {
        response.Headers.Add("Content-Type", OperationRouter.MediaType);
        response.Headers.Add("x-amzn-RequestId", requestId);
        return response;
    }
}

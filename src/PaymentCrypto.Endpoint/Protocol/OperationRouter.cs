using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Protocol;

/// <summary>Finds the operation of a request by the rules of AWS JSON 1.0: <c>POST /</c>, its media type, and <c>X-Amz-Target</c>.</summary>
internal static class OperationRouter
{
    /// <summary>The media type of every body, both ways.</summary>
    internal const string MediaType = "application/x-amz-json-1.0";

    /// <summary>Finds the operation.</summary>
    /// <exception cref="UnknownServiceException">The request is not one of the protocol, or names no operation.</exception>
    internal static ApiOperation Route(HttpRequest request)
    {
        if (request.Path != "/")
        {
            throw new UnknownServiceException(FrontEndError.UnknownOperation, 404, "There is nothing at this path. This endpoint answers the control plane's operations at POST /.");
        }

        if (request.Method != "POST")
        {
            throw new UnknownServiceException(FrontEndError.UnknownOperation, 405, "The control plane's operations are called with POST /.");
        }

        string mediaType = (request.Headers.Get("Content-Type") ?? string.Empty).Split(';')[0].Trim();
        if (!string.Equals(mediaType, MediaType, StringComparison.OrdinalIgnoreCase))
        {
            throw FrontEndError.Create(FrontEndError.UnsupportedMediaType, $"The Content-Type must be {MediaType}.");
        }

        if (request.Headers.Get("Content-Encoding") is not (null or "" or "identity"))
        {
            throw FrontEndError.Create(FrontEndError.UnsupportedMediaType, "The body must not have a Content-Encoding.");
        }

        string[] targets = [.. request.Headers.GetAll("X-Amz-Target")];
        string[] parts = targets.Length == 1 ? targets[0].Split('.') : [];
        return parts.Length == 2 && parts[0] == OperationCatalog.TargetPrefix && OperationCatalog.Find(parts[1]) is { } operation
            ? operation
            : throw FrontEndError.Create(
                FrontEndError.UnknownOperation, $"The X-Amz-Target header names no operation. It must be {OperationCatalog.TargetPrefix} and, behind a dot, the name of one.");
    }
}

using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Json;
using PaymentCrypto.Aws.Errors;

namespace PaymentCrypto.Aws.Client;

/// <summary>Reads the response or error of one operation.</summary>
internal sealed class WireUnmarshaller(ApiOperation operation, Uri endpoint) : JsonResponseUnmarshaller
{
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var context = (JsonUnmarshallerContext)input;
        try
        {
            ApiResponse body = operation.ReadResponse(ReadBody(context));
            return new WireResponse { Body = body with { Metadata = new Api.ResponseMetadata { RequestId = RequestIdOf(context.ResponseData) } } };
        }
        catch (MalformedJsonException exception)
        {
            // The SDK's own exception for this would make it send the request again, and the first one has been carried out.
            throw Answers.Unreadable(endpoint, context.ResponseData, exception);
        }
    }

    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var context = (JsonUnmarshallerContext)input;
        ServiceErrorBody? body = ReadError(context);
        return new WireServiceException(
            body is null
                ? null
                : body.Type ?? HeaderType(context.ResponseData) ?? (statusCode == HttpStatusCode.TooManyRequests ? nameof(ThrottlingException) : null),
            body,
            Answers.Unreadable(endpoint, context.ResponseData, null),
            RequestIdOf(context.ResponseData),
            statusCode);
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) => Unmarshall((UnmarshallerContext)input);

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        UnmarshallException((UnmarshallerContext)input, innerException, statusCode);

    internal static string? RequestIdOf(IWebResponseData response) => Header(response, "x-amzn-RequestId") ?? Header(response, "x-amz-request-id");

    private static string? HeaderType(IWebResponseData response) => Header(response, "x-amzn-ErrorType");

    private static string? Header(IWebResponseData response, string name) => response.GetHeaderValue(name) is { Length: > 0 } value ? value : null;

    /// <returns>Null when it is not an error of the service at all.</returns>
    private static ServiceErrorBody? ReadError(JsonUnmarshallerContext context)
    {
        byte[] bytes = ReadBody(context);
        try
        {
            // Without a body the header must say what it is.
            return bytes.Length > 0 ? ApiJson.Read(bytes, ApiJson.Context.ServiceErrorBody)
                : HeaderType(context.ResponseData) is null ? null : new ServiceErrorBody();
        }
        catch (MalformedJsonException)
        {
            return HeaderType(context.ResponseData) is null ? null : new ServiceErrorBody();
        }
    }

    private static byte[] ReadBody(JsonUnmarshallerContext context)
    {
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        return body.ToArray();
    }
}

using System.Globalization;
using Amazon.Runtime.Internal.Transform;
using PaymentCrypto.Api;

namespace PaymentCrypto.Aws.Client;

/// <summary>Says what is wrong with an answer that is not the service's.</summary>
internal static class Answers
{
    private const int LongestType = 80;

    /// <summary>Describes the answer by its status and type; its body stays out.</summary>
    internal static AwsConnectionException Unreadable(Uri endpoint, IWebResponseData response, Exception? cause)
    {
        int status = (int)response.StatusCode;
        string type = response.ContentType is not { Length: > 0 } given
            ? "without a content type"
            : $"as {(given.Length > LongestType ? given[..LongestType] : given)}";
        string guess = status is >= 300 and < 400 ? "It is a redirect, which is never followed."
            : type.Contains("html", StringComparison.OrdinalIgnoreCase)
                ? "It is a web page: a proxy or a sign-in page stands in the way, or the endpoint is another server."
            : "The service answers with JSON objects.";
        return new AwsConnectionException(
            AwsConnectionFailure.AnswerUnreadable,
            string.Create(CultureInfo.InvariantCulture,
                $"{endpoint.Authority} answered with HTTP status {status} {type}, which cannot be read as an answer of the service. {guess}"),
            cause)
        {
            HttpStatus = status,
            RequestId = WireUnmarshaller.RequestIdOf(response),
        };
    }
}

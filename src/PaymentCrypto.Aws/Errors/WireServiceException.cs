using System.Net;
using Amazon.Runtime;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Aws.Errors;

/// <summary>An error answer on its way through the SDK's pipeline, which decides by code and status whether to try again.</summary>
internal sealed class WireServiceException(string? type, ServiceErrorBody? body, AwsConnectionException unreadable, string? requestId, HttpStatusCode status)
    : AmazonServiceException(type ?? "no error code", ErrorType.Unknown, type is null ? null : ServiceErrors.Create(type, (int)status, null).Code, requestId,
        status)
{
    /// <summary>The error as the caller shall see it.</summary>
    internal PaymentCryptographyException ToTyped() => body is null
        ? unreadable
        : ServiceErrors.FromBody(type is null ? body : body with { Type = type }, (int)StatusCode, string.IsNullOrEmpty(RequestId) ? null : RequestId);
}

using Amazon.Runtime;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Aws.Client;

/// <summary>A request of the contract in the SDK's clothes.</summary>
internal sealed class WireRequest(ApiOperation operation, ApiRequest body) : AmazonWebServiceRequest
{
    internal ApiOperation Operation { get; } = operation;

    internal ApiRequest Body { get; } = body;
}

using Amazon.Runtime;
using PaymentCrypto.Api;

namespace PaymentCrypto.Aws.Client;

/// <summary>A response of the contract in the SDK's clothes.</summary>
internal sealed class WireResponse : AmazonWebServiceResponse
{
    /// <summary>The response; null only in one that the SDK has made itself, which no pipeline here does.</summary>
    internal ApiResponse? Body { get; init; }
}

using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Aws.Client;

/// <summary>Writes any request of the contract as AWS JSON 1.0.</summary>
internal sealed class WireMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    internal static readonly WireMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (WireRequest)input;
        return new DefaultRequest(request, "Amazon.PaymentCryptography")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = request.Operation.WriteRequest(request.Body),
            Headers =
            {
                ["Content-Type"] = "application/x-amz-json-1.0",
                ["X-Amz-Target"] = $"{OperationCatalog.TargetPrefix}.{request.Operation.Name}",
            },
        };
    }
}

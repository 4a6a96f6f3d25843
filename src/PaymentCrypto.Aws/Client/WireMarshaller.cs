using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using PaymentCrypto.Api.Wire;

namespace PaymentCrypto.Aws.Client;

/// <summary>Writes any request of the contract by the protocol of its service.</summary>
internal sealed class WireMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    internal static readonly WireMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = (WireRequest)input;
        WireMessage message = WireProtocol.Of(request.Operation.Service).Write(request.Operation, request.Body);
        var marshalled = new DefaultRequest(request, "Amazon.PaymentCryptography")
        {
            HttpMethod = message.Method,
            ResourcePath = message.Template,
            Content = message.Body,
        };
        foreach ((string name, string value) in message.Headers)
        {
            marshalled.Headers[name] = value;
        }

        // The SDK encodes each as one segment, once for the wire and once more for the signature.
        foreach ((string name, string value) in message.Labels)
        {
            marshalled.AddPathResource($"{{{name}}}", value);
        }

        return marshalled;
    }
}

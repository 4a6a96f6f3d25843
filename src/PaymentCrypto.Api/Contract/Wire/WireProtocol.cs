using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Api.Wire;

/// <summary>How the operations of a service stand on HTTP. Client and server read and write it here and nowhere else.</summary>
public abstract class WireProtocol
{
    private protected WireProtocol()
    {
    }

    /// <summary>The media type of every body, both ways.</summary>
    public abstract string MediaType { get; }

    /// <summary>The protocol of a service.</summary>
    /// <param name="service">The service.</param>
    public static WireProtocol Of(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.Protocol == ServiceProtocol.AwsJson ? AwsJson.Instance : RestJson.Instance;
    }

    /// <summary>Finds the operation of a request, whichever service it belongs to.</summary>
    /// <param name="head">The head of the request.</param>
    /// <exception cref="UnknownServiceException">It names no operation, or is not as the protocol has it.</exception>
    public static WireMatch Match(WireHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.Path == "/" ? AwsJson.Match(head) : RestJson.Match(head);
    }

    /// <summary>Writes a request.</summary>
    /// <param name="operation">Its operation.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="ValidationException">A member that stands in the path is missing.</exception>
    public abstract WireMessage Write(ApiOperation operation, ApiRequest request);

    /// <summary>Writes the body of an error.</summary>
    /// <param name="service">The service that answers.</param>
    /// <param name="error">The error; its code goes into <c>x-amzn-ErrorType</c> too.</param>
    public abstract byte[] WriteError(Service service, ServiceException error);
}

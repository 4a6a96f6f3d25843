namespace PaymentCrypto.Api;

/// <summary>A request that knows the type of its response.</summary>
/// <typeparam name="TResponse">The response record of the same operation.</typeparam>
public abstract record ApiRequest<TResponse> : ApiRequest
    where TResponse : ApiResponse
{
    /// <summary>Names the operation.</summary>
    /// <param name="operation">The service's name for it.</param>
    protected ApiRequest(string operation)
        : base(operation)
    {
    }
}

namespace PaymentCrypto.Api;

/// <summary>
/// A request that only the local engine answers: care of its store, vault and tokens, and rehearsals. It is not part of the AWS
/// contract, has no wire form, and every other provider answers <see cref="NotSupportedByProviderException"/>.
/// </summary>
/// <typeparam name="TResponse">The response record of the same operation.</typeparam>
public abstract record LocalRequest<TResponse> : ApiRequest<TResponse>
    where TResponse : ApiResponse
{
    /// <summary>Names the operation.</summary>
    /// <param name="operation">Our name for it.</param>
    protected LocalRequest(string operation)
        : base(operation)
    {
    }
}

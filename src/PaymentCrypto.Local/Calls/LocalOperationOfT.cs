using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Calls;

/// <summary>
/// One operation of the local engine. In this order: validate, check state, do the cryptography, write in one transaction, answer.
/// </summary>
/// <typeparam name="TRequest">Its request.</typeparam>
/// <typeparam name="TResponse">Its response.</typeparam>
internal abstract class LocalOperation<TRequest, TResponse> : LocalOperation
    where TRequest : ApiRequest<TResponse>
    where TResponse : ApiResponse
{
    /// <inheritdoc/>
    public sealed override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public sealed override ApiResponse Execute(ApiRequest request, OperationContext context) => Execute((TRequest)request, context);

    /// <summary>Carries the operation out.</summary>
    protected abstract TResponse Execute(TRequest request, OperationContext context);
}

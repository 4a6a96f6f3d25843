using PaymentCrypto.Api;
using PaymentCrypto.Api.Constraints;
using PaymentCrypto.Local.Operations;

namespace PaymentCrypto.Local;

/// <summary>The service as one account sees it in one region: dispatches each request to its operation.</summary>
internal sealed class LocalPaymentCryptography(AccountScope scope, IReadOnlyDictionary<Type, LocalOperation> operations, TimeProvider clock) : IPaymentCryptography
{
    /// <inheritdoc/>
    public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!operations.TryGetValue(request.GetType(), out LocalOperation? operation))
        {
            throw new NotSupportedByProviderException($"The local engine does not carry out {request.Operation}.");
        }

        RequestValidator.Validate(request);

        // Off the caller's thread, which may be a pipeline's: making an RSA key cannot be interrupted, but waiting for it can.
        Task<ApiResponse> work = Task.Run(() => operation.Execute(request, new OperationContext(scope, clock.GetUtcNow(), cancel)), cancel);
        return (TResponse)await work.WaitAsync(cancel).ConfigureAwait(false);
    }
}

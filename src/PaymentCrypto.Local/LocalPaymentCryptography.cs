using System.Diagnostics;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;

namespace PaymentCrypto.Local;

/// <summary>The service as one account sees it in one region.</summary>
internal sealed class LocalPaymentCryptography(AccountScope scope, OperationDispatcher dispatcher, OperationGate gate) : IPaymentCryptography
{
    /// <inheritdoc/>
    public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        ArgumentNullException.ThrowIfNull(request);

        long began = Stopwatch.GetTimestamp();
        try
        {
            return await AnswerAsync(request, cancel).ConfigureAwait(false);
        }
        catch (ServiceException refusal) when (refusal.OwnersDetail is not null)
        {
            await EqualRefusals.WaitAsync(began).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<TResponse> AnswerAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse
    {
        if (dispatcher.IsOfDataPlane(request))
        {
            // Done before another thread would have begun.
            cancel.ThrowIfCancellationRequested();
            return (TResponse)dispatcher.Dispatch(request, scope, cancel);
        }

        // Off the caller's thread, which may be a pipeline's: making an RSA key cannot be interrupted, but waiting for it can.
        return (TResponse)await gate.RunAsync(() => dispatcher.Dispatch(request, scope, cancel), cancel).ConfigureAwait(false);
    }
}

using System.Diagnostics;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Local.Calls;

namespace PaymentCrypto.Local;

/// <summary>The service as one account sees it in one region.</summary>
/// <param name="scope">The account and region.</param>
/// <param name="dispatcher">Who carries requests out.</param>
/// <param name="gate">Where those wait that take time.</param>
/// <param name="log">Where the data plane writes down its steps; null where nobody asks.</param>
internal sealed class LocalPaymentCryptography(AccountScope scope, OperationDispatcher dispatcher, OperationGate gate, StepLog? log = null)
    : IRequestDispatcher
{
    /// <inheritdoc/>
    public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse => (TResponse)await DispatchAsync(request, cancel).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<ApiResponse> DispatchAsync(ApiRequest request, CancellationToken cancel)
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

    private Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancel)
    {
        LocalOperation operation = dispatcher.Find(request);
        if (operation.IsOfDataPlane)
        {
            // Done before another thread would have begun.
            cancel.ThrowIfCancellationRequested();
            return Task.FromResult(dispatcher.Dispatch(operation, request, scope, log, cancel));
        }

        return TakeTurnAsync(operation, request, cancel);
    }

    // Off the caller's thread, which may be a pipeline's: making an RSA key cannot be interrupted, but waiting for it can.
    private Task<ApiResponse> TakeTurnAsync(LocalOperation operation, ApiRequest request, CancellationToken cancel)
    {
        ApiResponse Answer() => dispatcher.Dispatch(operation, request, scope, log, cancel);
        return operation.IsQuick ? gate.RunQuickAsync(Answer, cancel) : gate.RunAsync(Answer, cancel);
    }
}

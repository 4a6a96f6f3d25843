using PaymentCrypto.Api;
using PaymentCrypto.Api.Constraints;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Quotas;

namespace PaymentCrypto.Local.Operations;

/// <summary>Brings each request to its operation, after what all of them have in common: the service model, the rate, due deletions.</summary>
internal sealed class OperationDispatcher(IEnumerable<LocalOperation> operations, RequestRate rate, DueDeletions deletions, TimeProvider clock)
{
    private readonly Dictionary<Type, LocalOperation> _operations = operations.ToDictionary(operation => operation.RequestType);

    /// <summary>Whether a request is of the data plane, which needs no thread of its own.</summary>
    public bool IsOfDataPlane(ApiRequest request) => _operations.TryGetValue(request.GetType(), out LocalOperation? operation) && operation.IsOfDataPlane;

    /// <summary>Carries out a request.</summary>
    /// <exception cref="NotSupportedByProviderException">The local engine has no such operation.</exception>
    public ApiResponse Dispatch(ApiRequest request, AccountScope scope, CancellationToken cancel)
    {
        if (!_operations.TryGetValue(request.GetType(), out LocalOperation? operation))
        {
            throw new NotSupportedByProviderException($"The local engine does not carry out {request.Operation}.");
        }

        if (operation.IsOfDataPlane)
        {
            // A key whose deletion is due is refused like any that is being deleted, so nothing has to be destroyed first.
            RequestValidator.Validate(request);
            return operation.Execute(request, new OperationContext(scope, clock.GetUtcNow(), cancel));
        }

        rate.Count(scope);
        RequestValidator.Validate(request);
        DateTimeOffset now = clock.GetUtcNow();
        deletions.CarryOut(now);
        return operation.Execute(request, new OperationContext(scope, now, cancel));
    }
}

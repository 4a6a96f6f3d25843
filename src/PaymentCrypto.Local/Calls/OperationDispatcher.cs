using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Validation;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Calls;

/// <summary>Brings each request to its operation, after what all of them have in common: the service model, the rate, due deletions.</summary>
internal sealed class OperationDispatcher(
    IEnumerable<LocalOperation> operations, RequestRate rate, DueDeletions deletions, StoreDatabase database, VaultKeeper keeper, TimeProvider clock)
{
    private readonly Dictionary<Type, LocalOperation> _operations = operations.ToDictionary(operation => operation.RequestType);

    /// <summary>The operation that answers a request.</summary>
    /// <exception cref="NotSupportedByProviderException">The local engine has no such operation.</exception>
    public LocalOperation Find(ApiRequest request) => _operations.TryGetValue(request.GetType(), out LocalOperation? operation)
        ? operation
        : throw new NotSupportedByProviderException($"The local engine does not carry out {request.Operation}.");

    /// <summary>Carries out a request.</summary>
    /// <param name="operation">What <see cref="Find"/> has found for it.</param>
    /// <param name="request">The request.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="log">Where an operation of the data plane writes down its steps; null where nobody asks.</param>
    /// <param name="cancel">Observed before anything is written.</param>
    public ApiResponse Dispatch(LocalOperation operation, ApiRequest request, AccountScope scope, StepLog? log, CancellationToken cancel)
    {
        // Before any rate counts it, in both planes and from both ways in: an SDK that knows the model would not have sent it.
        RequestValidator.Validate(request);
        DateTimeOffset now = clock.GetUtcNow();
        if (operation.IsOfDataPlane)
        {
            deletions.TryCarryOut(now);
        }
        else
        {
            rate.Count(scope);
            deletions.CarryOut(now);
        }

        return Execute(operation, request, new OperationContext(scope, now, cancel) { Log = log });
    }

    // A secret that was read before somebody changed the master key, or is sealed under a data key that this process does not know yet,
    // does not open. The operation has written nothing then, and begins anew with the data key of today.
    private ApiResponse Execute(LocalOperation operation, ApiRequest request, OperationContext context)
    {
        while (true)
        {
            string masterKeyId = keeper.Vault.MasterKeyId;
            try
            {
                return operation.Execute(request, context);
            }
            catch (VaultException e) when (e.Failure == VaultFailure.SecretAltered)
            {
                context.Cancel.ThrowIfCancellationRequested();
                database.Read(connection =>
                {
                    keeper.KeepUp(connection);
                    return true;
                });
                if (keeper.Vault.MasterKeyId == masterKeyId)
                {
                    throw;
                }
            }
        }
    }
}

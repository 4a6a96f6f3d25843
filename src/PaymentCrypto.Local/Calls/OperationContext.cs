using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Local.Calls;

/// <summary>Where and when an operation happens.</summary>
/// <param name="Scope">The account and region.</param>
/// <param name="Now">The moment of the call; one operation sees one moment.</param>
/// <param name="Cancel">Observed before anything is written.</param>
internal sealed record OperationContext(AccountScope Scope, DateTimeOffset Now, CancellationToken Cancel)
{
    /// <summary>The store's version when the call first needed it: all its keys are judged by one state of the store, which is asked for once.</summary>
    public long? StoreVersion { get; set; }

    /// <summary>Where the steps of the calculation go; null where the caller has not asked for them, and always for who comes over the wire.</summary>
    public StepLog? Log { get; init; }

    /// <summary>What collects them during the operation.</summary>
    public CalculationSteps? Steps { get; init; }

    /// <summary>The moment of the call to the millisecond, as it is stored and answered.</summary>
    public DateTimeOffset Timestamp => DateTimeOffset.FromUnixTimeMilliseconds(Now.ToUnixTimeMilliseconds());
}

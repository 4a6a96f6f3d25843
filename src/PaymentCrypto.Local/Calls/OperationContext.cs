using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Calls;

/// <summary>Where and when an operation happens.</summary>
/// <param name="Scope">The account and region.</param>
/// <param name="Now">The moment of the call; one operation sees one moment.</param>
/// <param name="Cancel">Observed before anything is written.</param>
internal sealed record OperationContext(AccountScope Scope, DateTimeOffset Now, CancellationToken Cancel)
{
    /// <summary>The store's version when the call first needed it: all its keys are judged by one state of the store, which is asked for once.</summary>
    public long? StoreVersion { get; set; }

    /// <summary>The moment of the call to the millisecond, as it is stored and answered.</summary>
    public DateTimeOffset Timestamp => DateTimeOffset.FromUnixTimeMilliseconds(Now.ToUnixTimeMilliseconds());
}

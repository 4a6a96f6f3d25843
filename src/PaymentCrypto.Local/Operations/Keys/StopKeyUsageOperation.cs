using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>StopKeyUsage: keeps a key from being used.</summary>
internal sealed class StopKeyUsageOperation(StoreDatabase database) : LocalOperation<StopKeyUsageRequest, StopKeyUsageResponse>
{
    /// <inheritdoc/>
    protected override StopKeyUsageResponse Execute(StopKeyUsageRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!);
        KeyRecord changed = KeyStates.Disable(key, context.Timestamp);
        KeyTable.UpdateState(connection, changed);
        return new StopKeyUsageResponse { Key = KeyReader.Describe(connection, changed) };
    });
}

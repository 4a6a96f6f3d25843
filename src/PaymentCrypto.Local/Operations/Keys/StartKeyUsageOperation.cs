using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>StartKeyUsage: makes a key ready for use again.</summary>
internal sealed class StartKeyUsageOperation(StoreDatabase database) : LocalOperation<StartKeyUsageRequest, StartKeyUsageResponse>
{
    /// <inheritdoc/>
    protected override StartKeyUsageResponse Execute(StartKeyUsageRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!);
        KeyRecord changed = KeyStates.Enable(key, context.Timestamp);
        KeyTable.UpdateState(connection, changed);
        return new StartKeyUsageResponse { Key = KeyReader.Describe(connection, changed) };
    });
}

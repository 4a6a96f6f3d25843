using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>RestoreKey: takes a scheduled deletion back.</summary>
internal sealed class RestoreKeyOperation(StoreDatabase database) : LocalOperation<RestoreKeyRequest, RestoreKeyResponse>
{
    /// <inheritdoc/>
    protected override RestoreKeyResponse Execute(RestoreKeyRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!);
        KeyRecord changed = KeyStates.Restore(key);
        KeyTable.UpdateState(connection, changed);
        return new RestoreKeyResponse { Key = KeyReader.Describe(connection, changed) };
    });
}

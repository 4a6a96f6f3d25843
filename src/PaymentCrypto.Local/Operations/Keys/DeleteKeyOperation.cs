using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>DeleteKey: disables a key and schedules its destruction.</summary>
internal sealed class DeleteKeyOperation(StoreDatabase database) : LocalOperation<DeleteKeyRequest, DeleteKeyResponse>
{
    private const int DefaultDays = 7;

    /// <inheritdoc/>
    protected override DeleteKeyResponse Execute(DeleteKeyRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!);
        KeyRecord changed = KeyStates.ScheduleDeletion(key, request.DeleteKeyInDays ?? DefaultDays, context.Timestamp);
        KeyTable.UpdateState(connection, changed);
        return new DeleteKeyResponse { Key = KeyReader.Describe(connection, changed) };
    });
}

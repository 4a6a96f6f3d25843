using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Policies;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Policies;

/// <summary>DeleteResourcePolicy: removes the resource policy of a key, if it has one.</summary>
internal sealed class DeleteResourcePolicyOperation(StoreDatabase database) : LocalOperation<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>
{
    /// <inheritdoc/>
    protected override DeleteResourcePolicyResponse Execute(DeleteResourcePolicyRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.ResourceArn!);
        KeyStates.RequireNotReplica(key);
        PolicyTable.Remove(connection, key);
        return new DeleteResourcePolicyResponse();
    });
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Policies;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Policies;

/// <summary>PutResourcePolicy: gives a key a resource policy, in place of any other.</summary>
internal sealed class PutResourcePolicyOperation(StoreDatabase database) : LocalOperation<PutResourcePolicyRequest, PutResourcePolicyResponse>
{
    /// <inheritdoc/>
    protected override PutResourcePolicyResponse Execute(PutResourcePolicyRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.ResourceArn!);
        KeyStates.RequireNotReplica(key);
        KeyStates.RequireNotDestroyed(key);
        PolicyDocument.Check(request.Policy!, key.Arn);
        PolicyTable.Put(connection, key, request.Policy!);
        return new PutResourcePolicyResponse { ResourceArn = key.Arn, Policy = request.Policy };
    });
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Policies;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Policies;

/// <summary>GetResourcePolicy: returns the resource policy of a key.</summary>
internal sealed class GetResourcePolicyOperation(StoreDatabase database) : LocalOperation<GetResourcePolicyRequest, GetResourcePolicyResponse>
{
    /// <inheritdoc/>
    public override bool IsQuick => true;

    /// <inheritdoc/>
    protected override GetResourcePolicyResponse Execute(GetResourcePolicyRequest request, OperationContext context) => database.ReadConsistently(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.ResourceArn!);
        string policy = PolicyTable.Find(connection, key)
            ?? throw new ResourceNotFoundException(request.ResourceArn, $"{key.Arn} has no resource policy.");
        return new GetResourcePolicyResponse { ResourceArn = key.Arn, Policy = policy };
    });
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Replication;

/// <summary>AddKeyReplicationRegions: makes replicas of a key.</summary>
internal sealed class AddKeyReplicationRegionsOperation(StoreDatabase database,
    Replicas replicas) : LocalOperation<AddKeyReplicationRegionsRequest, AddKeyReplicationRegionsResponse>
{
    /// <inheritdoc/>
    protected override AddKeyReplicationRegionsResponse Execute(AddKeyReplicationRegionsRequest request,
        OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = replicas.Add(connection, KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!), request.ReplicationRegions!);
        return new AddKeyReplicationRegionsResponse { Key = KeyReader.Describe(connection, key) };
    });
}

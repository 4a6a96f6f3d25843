using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Replication;

/// <summary>RemoveKeyReplicationRegions: removes replicas of a key.</summary>
internal sealed class RemoveKeyReplicationRegionsOperation(
    StoreDatabase database) : LocalOperation<RemoveKeyReplicationRegionsRequest, RemoveKeyReplicationRegionsResponse>
{
    /// <inheritdoc/>
    protected override RemoveKeyReplicationRegionsResponse Execute(RemoveKeyReplicationRegionsRequest request,
        OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = Replicas.Remove(connection, KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!), request.ReplicationRegions!);
        return new RemoveKeyReplicationRegionsResponse { Key = KeyReader.Describe(connection, key) };
    });
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Replication;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Replication;

/// <summary>DisableDefaultKeyReplicationRegions: takes regions from the list for keys to come.</summary>
internal sealed class DisableDefaultKeyReplicationRegionsOperation(
    StoreDatabase database) : LocalOperation<DisableDefaultKeyReplicationRegionsRequest, DisableDefaultKeyReplicationRegionsResponse>
{
    /// <inheritdoc/>
    protected override DisableDefaultKeyReplicationRegionsResponse Execute(DisableDefaultKeyReplicationRegionsRequest request,
        OperationContext context) => database.Write(connection =>
    {
        ReplicationRegions.RemoveDefaults(connection, context.Scope, request.ReplicationRegions!);
        return new DisableDefaultKeyReplicationRegionsResponse { EnabledReplicationRegions = ReplicationRegions.Defaults(connection, context.Scope) };
    });
}

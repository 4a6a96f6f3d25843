using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Replication;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Replication;

/// <summary>EnableDefaultKeyReplicationRegions: adds regions to the list for keys to come.</summary>
internal sealed class EnableDefaultKeyReplicationRegionsOperation(
    StoreDatabase database) : LocalOperation<EnableDefaultKeyReplicationRegionsRequest, EnableDefaultKeyReplicationRegionsResponse>
{
    /// <inheritdoc/>
    protected override EnableDefaultKeyReplicationRegionsResponse Execute(EnableDefaultKeyReplicationRegionsRequest request,
        OperationContext context) => database.Write(connection =>
    {
        ReplicationRegions.AddDefaults(connection, context.Scope, ReplicationRegions.Check(context.Scope, request.ReplicationRegions!));
        return new EnableDefaultKeyReplicationRegionsResponse { EnabledReplicationRegions = ReplicationRegions.Defaults(connection, context.Scope) };
    });
}

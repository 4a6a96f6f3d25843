using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Replication;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Replication;

/// <summary>GetDefaultKeyReplicationRegions: returns the list for keys to come.</summary>
internal sealed class GetDefaultKeyReplicationRegionsOperation(
    StoreDatabase database) : LocalOperation<GetDefaultKeyReplicationRegionsRequest, GetDefaultKeyReplicationRegionsResponse>
{
    /// <inheritdoc/>
    public override bool IsQuick => true;

    /// <inheritdoc/>
    protected override GetDefaultKeyReplicationRegionsResponse Execute(GetDefaultKeyReplicationRegionsRequest request, OperationContext context) => new()
    {
        EnabledReplicationRegions = database.Read(connection => ReplicationRegions.Defaults(connection, context.Scope)),
    };
}

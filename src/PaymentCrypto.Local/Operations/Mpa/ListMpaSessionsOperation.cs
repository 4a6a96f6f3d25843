using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Mpa;

/// <summary>ListMpaSessions: lists the approval sessions of an account and region, oldest first.</summary>
internal sealed class ListMpaSessionsOperation(StoreDatabase database) : LocalOperation<ListMpaSessionsRequest, ListMpaSessionsResponse>
{
    /// <inheritdoc/>
    protected override ListMpaSessionsResponse Execute(ListMpaSessionsRequest request, OperationContext context) => new()
    {
        Sessions = [.. database.Read(connection => MpaSessionTable.All(connection, context.Scope)).Select(MpaSessionViews.Of)],
    };
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Aliases;

/// <summary>DeleteAlias: gives a name up; its key stays as it is.</summary>
internal sealed class DeleteAliasOperation(StoreDatabase database) : LocalOperation<DeleteAliasRequest, DeleteAliasResponse>
{
    /// <inheritdoc/>
    protected override DeleteAliasResponse Execute(DeleteAliasRequest request, OperationContext context) => database.Write(connection =>
        AliasTable.Remove(connection, context.Scope, request.AliasName!) ? new DeleteAliasResponse() : throw new ResourceNotFoundException(request.AliasName));
}

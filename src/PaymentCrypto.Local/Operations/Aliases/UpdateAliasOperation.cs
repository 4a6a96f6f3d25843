using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Aliases;

/// <summary>UpdateAlias: moves a name to another key, or takes it from its key.</summary>
internal sealed class UpdateAliasOperation(StoreDatabase database) : LocalOperation<UpdateAliasRequest, UpdateAliasResponse>
{
    /// <inheritdoc/>
    protected override UpdateAliasResponse Execute(UpdateAliasRequest request, OperationContext context) => database.Write(connection =>
    {
        AliasRecord alias = AliasTarget.Of(connection, context.Scope, request.AliasName!, request.KeyArn);
        return AliasTable.Assign(connection, context.Scope, alias)
            ? new UpdateAliasResponse { Alias = AliasViews.Of(context.Scope, alias) }
            : throw new ResourceNotFoundException(request.AliasName);
    });
}

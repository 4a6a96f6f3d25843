using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Aliases;

/// <summary>GetAlias: tells which key a name stands for.</summary>
internal sealed class GetAliasOperation(StoreDatabase database) : LocalOperation<GetAliasRequest, GetAliasResponse>
{
    /// <inheritdoc/>
    public override bool IsQuick => true;

    /// <inheritdoc/>
    protected override GetAliasResponse Execute(GetAliasRequest request, OperationContext context) => new()
    {
        Alias = AliasViews.Of(
            context.Scope,
            database.Read(connection => AliasTable.Find(connection, context.Scope, request.AliasName!))
                ?? throw new ResourceNotFoundException(request.AliasName)),
    };
}

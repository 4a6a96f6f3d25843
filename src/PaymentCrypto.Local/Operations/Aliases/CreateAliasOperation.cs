using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Aliases;

/// <summary>CreateAlias: gives a key a name, or keeps a name for later.</summary>
internal sealed class CreateAliasOperation(StoreDatabase database, QuotaGuard quotas) : LocalOperation<CreateAliasRequest, CreateAliasResponse>
{
    /// <inheritdoc/>
    protected override CreateAliasResponse Execute(CreateAliasRequest request, OperationContext context) => database.Write(connection =>
    {
        if (AliasTable.Find(connection, context.Scope, request.AliasName!) is not null)
        {
            throw new ConflictException(
                $"The alias '{request.AliasName}' exists already in {context.Scope.Region}. Choose another name, or move it with UpdateAlias.");
        }

        quotas.RequireRoomForAlias(connection, context.Scope);
        AliasRecord alias = AliasTarget.Of(connection, context.Scope, request.AliasName!, request.KeyArn);
        AliasTable.Add(connection, context.Scope, alias);
        return new CreateAliasResponse { Alias = AliasViews.Of(context.Scope, alias) };
    });
}

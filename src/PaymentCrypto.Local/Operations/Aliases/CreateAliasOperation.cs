using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Aliases;

/// <summary>CreateAlias: gives a key a name, or keeps a name for later.</summary>
internal sealed class CreateAliasOperation(StoreDatabase database, AliasWriter aliases) : LocalOperation<CreateAliasRequest, CreateAliasResponse>
{
    /// <inheritdoc/>
    protected override CreateAliasResponse Execute(CreateAliasRequest request, OperationContext context) => database.Write(connection =>
        new CreateAliasResponse { Alias = AliasViews.Of(context.Scope, aliases.Add(connection, context.Scope, request.AliasName!, request.KeyArn)) });
}

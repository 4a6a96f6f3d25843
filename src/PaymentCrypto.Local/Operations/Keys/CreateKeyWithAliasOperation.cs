using PaymentCrypto.Api;
using PaymentCrypto.Api.Validation;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>A key and its alias, both or neither.</summary>
internal sealed class CreateKeyWithAliasOperation(StoreDatabase database, AliasWriter aliases, CreateKeyOperation keys)
    : LocalOperation<CreateKeyWithAliasRequest, CreateKeyWithAliasResponse>
{
    /// <inheritdoc/>
    protected override CreateKeyWithAliasResponse Execute(CreateKeyWithAliasRequest request, OperationContext context)
    {
        RequestValidator.Validate(request.Key);
        RequestValidator.Validate(new CreateAliasRequest { AliasName = request.AliasName });

        // Before a key pair is generated for nothing. What counts is the same check in the transaction.
        database.Read(connection =>
        {
            AliasWriter.RequireFree(connection, context.Scope, request.AliasName);
            return true;
        });
        AliasRecord alias = null!;
        CreateKeyResponse created = keys.Create(
            request.Key, context, (connection, key) => alias = aliases.Add(connection, context.Scope, request.AliasName, key.Arn));
        return new CreateKeyWithAliasResponse { Key = created.Key!, Alias = AliasViews.Of(context.Scope, alias) };
    }
}

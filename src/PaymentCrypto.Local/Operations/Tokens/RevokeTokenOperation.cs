using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>RevokeToken: destroys one token and its private key.</summary>
internal sealed class RevokeTokenOperation(StoreDatabase database, OpenedRsaKeys privateKeys) : LocalOperation<RevokeTokenRequest, RevokeTokenResponse>
{
    /// <inheritdoc/>
    protected override RevokeTokenResponse Execute(RevokeTokenRequest request, OperationContext context)
    {
        TokenRecord revoked = database.Write(connection =>
        {
            TokenRecord token = TokenTable.Find(connection, context.Scope, request.Token) ?? throw new ResourceNotFoundException(request.Token);
            TokenTable.Remove(connection, token.Sequence);
            return token;
        });
        privateKeys.Forget();
        return new RevokeTokenResponse { Token = TokenSummaries.Of(revoked, context.Now) };
    }
}

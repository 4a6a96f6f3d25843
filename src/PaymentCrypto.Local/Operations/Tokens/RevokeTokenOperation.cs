using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>RevokeToken: destroys one token and its private key.</summary>
internal sealed class RevokeTokenOperation(StoreDatabase database) : LocalOperation<RevokeTokenRequest, RevokeTokenResponse>
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
        return new RevokeTokenResponse { Token = TokenSummaries.Of(revoked, context.Now) };
    }
}

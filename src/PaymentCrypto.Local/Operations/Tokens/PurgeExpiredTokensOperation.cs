using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>PurgeExpiredTokens: destroys what has ended.</summary>
internal sealed class PurgeExpiredTokensOperation(StoreDatabase database,
    OpenedRsaKeys privateKeys) : LocalOperation<PurgeExpiredTokensRequest, PurgeExpiredTokensResponse>
{
    /// <inheritdoc/>
    protected override PurgeExpiredTokensResponse Execute(PurgeExpiredTokensRequest request, OperationContext context)
    {
        int count = database.Write(connection => TokenTable.RemoveExpired(connection, context.Scope, context.Now));
        privateKeys.Forget();
        return new PurgeExpiredTokensResponse { Count = count };
    }
}

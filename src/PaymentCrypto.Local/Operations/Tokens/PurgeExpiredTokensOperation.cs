using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>PurgeExpiredTokens: destroys what has ended.</summary>
internal sealed class PurgeExpiredTokensOperation(StoreDatabase database) : LocalOperation<PurgeExpiredTokensRequest, PurgeExpiredTokensResponse>
{
    /// <inheritdoc/>
    protected override PurgeExpiredTokensResponse Execute(PurgeExpiredTokensRequest request, OperationContext context) => new()
    {
        Count = database.Write(connection => TokenTable.RemoveExpired(connection, context.Scope, context.Now)),
    };
}

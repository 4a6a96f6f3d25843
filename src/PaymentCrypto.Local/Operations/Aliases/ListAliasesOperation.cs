using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Paging;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Aliases;

/// <summary>ListAliases: lists names, of one key or of all.</summary>
internal sealed class ListAliasesOperation(StoreDatabase database, PageTokens pages) : LocalOperation<ListAliasesRequest, ListAliasesResponse>
{
    /// <inheritdoc/>
    protected override ListAliasesResponse Execute(ListAliasesRequest request, OperationContext context)
    {
        string question = $"ListAliases {request.KeyArn}";
        string after = pages.Read(question, context.Scope, request.NextToken) ?? string.Empty;
        int size = PageTokens.SizeOf(request.MaxResults);
        List<AliasRecord> aliases = database.ReadConsistently(connection =>
        {
            string? keyId = request.KeyArn is null ? null : KeyFinder.Find(connection, context.Scope, request.KeyArn).KeyId;
            return AliasTable.Page(connection, context.Scope, keyId, after, size + 1);
        });
        return new ListAliasesResponse
        {
            Aliases = [.. aliases.Take(size).Select(alias => AliasViews.Of(context.Scope, alias))],
            NextToken = aliases.Count > size ? pages.After(question, context.Scope, aliases[size - 1].Name) : null,
        };
    }
}

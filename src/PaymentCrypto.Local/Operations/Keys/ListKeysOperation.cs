using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Paging;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>ListKeys: lists keys in the order of their creation.</summary>
internal sealed class ListKeysOperation(StoreDatabase database, PageTokens pages, Conformance conformance) : LocalOperation<ListKeysRequest, ListKeysResponse>
{
    /// <inheritdoc/>
    protected override ListKeysResponse Execute(ListKeysRequest request, OperationContext context)
    {
        string question = $"ListKeys {request.KeyState}";
        long after = pages.Read(question, context.Scope, request.NextToken) is string last ? long.Parse(last, CultureInfo.InvariantCulture) : 0;
        int size = PageTokens.SizeOf(request.MaxResults);
        // One more than the page holds tells whether there is a next one.
        List<KeyRecord> keys = database.Read(connection => KeyTable.Page(connection, context.Scope, request.KeyState, after, size + 1));
        return new ListKeysResponse
        {
            Keys = [.. keys.Take(size).Select(key => KeyViews.Summary(key, conformance))],
            NextToken = keys.Count > size ? pages.After(question, context.Scope, keys[size - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Paging;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;

namespace PaymentCrypto.Local.Operations.Tags;

/// <summary>ListTagsForResource: lists the tags of a key in the order of their keys.</summary>
internal sealed class ListTagsForResourceOperation(StoreDatabase database,
    PageTokens pages) : LocalOperation<ListTagsForResourceRequest, ListTagsForResourceResponse>
{
    /// <inheritdoc/>
    protected override ListTagsForResourceResponse Execute(ListTagsForResourceRequest request, OperationContext context)
    {
        string question = $"ListTagsForResource {request.ResourceArn}";
        string after = pages.Read(question, context.Scope, request.NextToken) ?? string.Empty;
        int size = PageTokens.SizeOf(request.MaxResults);
        List<Tag> tags = database.ReadConsistently(connection =>
            TagTable.Page(connection, KeyFinder.Find(connection, context.Scope, request.ResourceArn!), after, size + 1));
        return new ListTagsForResourceResponse
        {
            Tags = [.. tags.Take(size)],
            NextToken = tags.Count > size ? pages.After(question, context.Scope, tags[size - 1].Key!) : null,
        };
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;

namespace PaymentCrypto.Local.Operations.Tags;

/// <summary>TagResource: adds tags to a key.</summary>
internal sealed class TagResourceOperation(StoreDatabase database) : LocalOperation<TagResourceRequest, TagResourceResponse>
{
    /// <inheritdoc/>
    protected override TagResourceResponse Execute(TagResourceRequest request, OperationContext context)
    {
        IReadOnlyList<Tag> tags = TagRules.Check(request.Tags);
        return database.Write(connection =>
        {
            KeyRecord key = KeyFinder.Find(connection, context.Scope, request.ResourceArn!);
            KeyStates.RequireNotDestroyed(key);
            TagTable.Put(connection, key, tags);
            long count = TagTable.Count(connection, key);
            return count <= TagRules.MostPerKey
                ? new TagResourceResponse()
                : throw new ServiceQuotaExceededException($"{key.Arn} would have {count} tags: a key may have {TagRules.MostPerKey}.");
        });
    }
}

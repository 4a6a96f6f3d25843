using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;

namespace PaymentCrypto.Local.Operations.Tags;

/// <summary>UntagResource: removes tags from a key; those that it does not have are passed over.</summary>
internal sealed class UntagResourceOperation(StoreDatabase database) : LocalOperation<UntagResourceRequest, UntagResourceResponse>
{
    /// <inheritdoc/>
    protected override UntagResourceResponse Execute(UntagResourceRequest request, OperationContext context) => database.Write(connection =>
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.ResourceArn!);
        foreach (string tagKey in request.TagKeys!)
        {
            TagTable.Remove(connection, key, tagKey);
        }

        return new UntagResourceResponse();
    });
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>GetKey: describes one key.</summary>
internal sealed class GetKeyOperation(StoreDatabase database) : LocalOperation<GetKeyRequest, GetKeyResponse>
{
    /// <inheritdoc/>
    public override bool IsQuick => true;

    /// <inheritdoc/>
    protected override GetKeyResponse Execute(GetKeyRequest request, OperationContext context) => database.ReadConsistently(connection => new GetKeyResponse
    {
        Key = KeyReader.Describe(connection, KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!)),
    });
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Stores;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Operations.Vault;

/// <summary>RotateMasterKey: gives the vault a new master key.</summary>
internal sealed class RotateMasterKeyOperation(MasterKeyRotation rotation) : LocalOperation<RotateMasterKeyRequest, RotateMasterKeyResponse>
{
    /// <inheritdoc/>
    protected override RotateMasterKeyResponse Execute(RotateMasterKeyRequest request, OperationContext context)
    {
        VaultRecord record = rotation.Rotate(request.NewPassphrase, context.Now, request.Progress, context.Cancel);
        return new RotateMasterKeyResponse
        {
            Protection = record.Protection,
            MasterKeyId = record.MasterKeyId,
            CreateTimestamp = record.MasterKeyCreated,
        };
    }
}

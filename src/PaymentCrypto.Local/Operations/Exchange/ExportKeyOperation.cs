using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Exchange.Export;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Exchange;

/// <summary>ExportKey: the key, or an initial DUKPT key derived from it, wrapped for somebody else.</summary>
internal sealed class ExportKeyOperation(StoreDatabase database, KeyMaterials materials,
    IReadOnlyList<KeyExporter> exporters) : LocalOperation<ExportKeyRequest, ExportKeyResponse>
{
    /// <inheritdoc/>
    protected override ExportKeyResponse Execute(ExportKeyRequest request, OperationContext context) => database.ReadConsistently(connection =>
    {
        using ExportedKey key = Open(connection, request, context);
        KeyExporter exporter = exporters.Single(candidate => candidate.Handles(request.KeyMaterial!));
        WrappedMaterial wrapped = exporter.Export(connection, key, request.KeyMaterial!, context);
        return new ExportKeyResponse
        {
            WrappedKey = new WrappedKey
            {
                WrappingKeyArn = wrapped.WrappingKeyArn,
                WrappedKeyMaterialFormat = wrapped.Format,
                KeyMaterial = wrapped.Text,
                KeyCheckValue = key.CheckValue.Value,
                KeyCheckValueAlgorithm = key.CheckValue.Method,
            },
        };
    });

    private ExportedKey Open(StoreConnection connection, ExportKeyRequest request, OperationContext context)
    {
        KeyRecord key = KeyFinder.Find(connection, context.Scope, request.ExportKeyIdentifier!);
        if (key.Attributes.KeyClass != KeyClass.SymmetricKey)
        {
            throw new ValidationException($"{key.Arn} is of class {key.Attributes.KeyClass}: only symmetric keys are exported. GetPublicKeyCertificate "
                + "returns the public part of a pair.");
        }

        if (!key.Exportable)
        {
            throw new ValidationException($"{key.Arn} is not exportable. That was decided when it was made and cannot be changed.");
        }

        KeyStates.RequireUsable(key);
        SecretBuffer material = materials.Open(key);
        if (request.ExportAttributes?.ExportDukptInitialKey is not { } dukpt)
        {
            return new ExportedKey { Attributes = key.Attributes, Material = material, CheckValue = (key.CheckValueAlgorithm, key.CheckValue) };
        }

        using (material)
        {
            return InitialKeys.Derive(key, material, dukpt.KeySerialNumber!, request.ExportAttributes.KeyCheckValueAlgorithm);
        }
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;

namespace PaymentCrypto.Local.Operations.Keys;

/// <summary>CreateKey: makes a key in the engine.</summary>
internal sealed class CreateKeyOperation(StoreDatabase database, KeyWriter writer, KeyPairStock stock) : LocalOperation<CreateKeyRequest, CreateKeyResponse>
{
    /// <inheritdoc/>
    protected override CreateKeyResponse Execute(CreateKeyRequest request, OperationContext context) => Create(request, context, beside: null);

    /// <summary>Makes a key.</summary>
    /// <param name="request">What kind of key, valid by the service's model.</param>
    /// <param name="context">The caller, and the moment.</param>
    /// <param name="beside">What is written in the same transaction, so that there is neither or both.</param>
    public CreateKeyResponse Create(CreateKeyRequest request, OperationContext context, Action<StoreConnection, KeyRecord>? beside)
    {
        KeyAttributes attributes = request.KeyAttributes!;
        if (attributes.KeyClass is not (KeyClass.SymmetricKey or KeyClass.AsymmetricKeyPair))
        {
            throw new ValidationException(
                $"KeyClass {attributes.KeyClass} cannot be created: use SYMMETRIC_KEY or ASYMMETRIC_KEY_PAIR. Public keys are imported.");
        }

        KeyAttributeTable.Check(attributes);
        bool ecc = KeyAttributeTable.IsEcc(attributes.KeyAlgorithm!);
        if (request.DeriveKeyUsage is not null && !ecc)
        {
            throw new ValidationException($"DeriveKeyUsage may be given for ECC keys only, not for {attributes.KeyAlgorithm}.");
        }

        TagRules.Check(request.Tags);
        if (KeyAttributeTable.IsSymmetric(attributes.KeyAlgorithm!))
        {
            using SecretBuffer material = KeyMaker.Symmetric(attributes.KeyAlgorithm!);
            using NewKey symmetric = NewKeyOf(
                request, material, CheckValues.OfSymmetric(attributes.KeyAlgorithm!, material.Span, request.KeyCheckValueAlgorithm), publicKey: null);
            return database.Write(connection => Add(connection, symmetric));
        }

        if (ecc)
        {
            (byte[] publicKey, SecretBuffer privateKey) = KeyMaker.EllipticCurve(attributes.KeyAlgorithm!);
            using NewKey pair = NewKeyOf(request, privateKey, CheckValues.OfPublicKey(publicKey), publicKey);
            return database.Write(connection => Add(connection, pair));
        }

        CreateKeyResponse response = null!;
        using NewKey issued = stock.Issue(
            attributes.KeyAlgorithm!,
            pair => NewKeyOf(request, SecretBuffer.CopyOf(pair.PrivateKey.Span), CheckValues.OfPublicKey(pair.PublicKey), pair.PublicKey),
            (connection, key) => response = Add(connection, key),
            context.Cancel);
        return response;

        CreateKeyResponse Add(StoreConnection connection, NewKey key)
        {
            KeyRecord record = writer.Add(connection, context.Scope, key, context.Now);
            beside?.Invoke(connection, record);
            return new CreateKeyResponse { Key = KeyReader.Describe(connection, record) };
        }
    }

    private static NewKey NewKeyOf(CreateKeyRequest request, SecretBuffer material, (string Method, string Value) checkValue, byte[]? publicKey) => new()
    {
        Attributes = request.KeyAttributes!,
        CheckValue = checkValue,
        Exportable = request.Exportable == true,
        Enabled = request.Enabled ?? true,
        Origin = KeyOrigin.AwsPaymentCryptography,
        Material = material,
        PublicKey = publicKey,
        DeriveKeyUsage = request.DeriveKeyUsage,
        Tags = request.Tags ?? [],
        ReplicationRegions = request.ReplicationRegions,
    };
}

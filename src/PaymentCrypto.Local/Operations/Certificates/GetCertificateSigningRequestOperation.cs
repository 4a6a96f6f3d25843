using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Certificates;

/// <summary>GetCertificateSigningRequest: a PKCS#10 request for one's own certificate authority, signed by the key pair.</summary>
internal sealed class GetCertificateSigningRequestOperation(StoreDatabase database, KeyMaterials materials)
    : LocalOperation<GetCertificateSigningRequestRequest, GetCertificateSigningRequestResponse>
{
    /// <inheritdoc/>
    protected override GetCertificateSigningRequestResponse Execute(GetCertificateSigningRequestRequest request, OperationContext context)
    {
        KeyRecord key = database.ReadConsistently(connection => KeyFinder.Find(connection, context.Scope, request.KeyIdentifier!));
        if (key.Attributes.KeyClass != KeyClass.AsymmetricKeyPair)
        {
            throw new ValidationException($"{key.Arn} is of class {key.Attributes.KeyClass} and cannot sign a request: only key pairs can.");
        }

        KeyStates.RequireUsable(key);
        using SecretBuffer privateKey = materials.Open(key);
        return new GetCertificateSigningRequestResponse
        {
            CertificateSigningRequest = SigningRequestWriter.Create(
                privateKey, KeyAttributeTable.IsEcc(key.Attributes.KeyAlgorithm!), request.SigningAlgorithm!, request.CertificateSubject!),
        };
    }
}

using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;

namespace PaymentCrypto.Local.Operations.Data;

/// <summary>Encrypts data.</summary>
internal sealed class EncryptDataOperation(DataRates rates, DataCiphers ciphers,
    RsaDataKeys rsaKeys) : DataOperation<EncryptDataRequest, EncryptDataResponse>(rates)
{
    private const string Member = "KeyIdentifier";
    private const string WrappedMember = "WrappedKey";

    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(EncryptDataRequest request) =>
        request.EncryptionAttributes!.Asymmetric is not null || DynamicKeys.IsAsymmetric(request.WrappedKey);

    /// <inheritdoc/>
    protected override EncryptDataResponse Answer(EncryptDataRequest request, OperationContext context)
    {
        byte[] data = Convert.FromHexString(request.PlainText!);
        if (request.EncryptionAttributes!.Asymmetric is { } asymmetric)
        {
            RefuseWrapped(request.WrappedKey);
            (string arn, string checkValue, byte[] result) = rsaKeys.Encrypt(context, request.KeyIdentifier!, asymmetric, data);
            return new EncryptDataResponse { KeyArn = arn, KeyCheckValue = checkValue, CipherText = Convert.ToHexString(result) };
        }

        using DataCipher cipher = Open(request, context);
        byte[] output = cipher.Encrypt("PlainText", data);
        EncryptDataResponse response = new() { KeyArn = cipher.Key.Arn, KeyCheckValue = cipher.Key.CheckValue, CipherText = Convert.ToHexString(output) };
        CryptographicOperations.ZeroMemory(data);
        return response;
    }

    private DataCipher Open(EncryptDataRequest request, OperationContext context) => request.EncryptionAttributes! switch
    {
        { Dukpt: { } dukpt } => ciphers.Dukpt(context, Member, request.KeyIdentifier!, WrappedMember, request.WrappedKey, dukpt),
        { Emv: { } emv } => ciphers.Emv(context, Member, request.KeyIdentifier!, WrappedMember, request.WrappedKey, emv),
        _ => ciphers.Symmetric(context, Member, request.KeyIdentifier!, WrappedMember, request.WrappedKey, request.EncryptionAttributes!.Symmetric!,
            KeyRules.DataEncrypt),
    };

    private static void RefuseWrapped(DynamicKey? wrapped)
    {
        if (wrapped is not null)
        {
            throw new ValidationException("WrappedKey and the Asymmetric attributes exclude each other: a key that comes with the call is symmetric.");
        }
    }
}

using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;

namespace PaymentCrypto.Local.Operations.Data;

/// <summary>Decrypts data.</summary>
internal sealed class DecryptDataOperation(DataRates rates, DataCiphers ciphers,
    RsaDataKeys rsaKeys) : DataOperation<DecryptDataRequest, DecryptDataResponse>(rates)
{
    private const string Member = "KeyIdentifier";
    private const string WrappedMember = "WrappedKey";

    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(DecryptDataRequest request) =>
        request.DecryptionAttributes!.Asymmetric is not null || DynamicKeys.IsAsymmetric(request.WrappedKey);

    /// <inheritdoc/>
    protected override DecryptDataResponse Answer(DecryptDataRequest request, OperationContext context)
    {
        byte[] data = Convert.FromHexString(request.CipherText!);
        if (request.DecryptionAttributes!.Asymmetric is { } asymmetric)
        {
            RefuseWrapped(request.WrappedKey);
            (string arn, string checkValue, string result) = rsaKeys.Decrypt(context, request.KeyIdentifier!, asymmetric, data);
            return new DecryptDataResponse { KeyArn = arn, KeyCheckValue = checkValue, PlainText = result };
        }

        using DataCipher cipher = Open(request, context);
        byte[] output = cipher.Decrypt("CipherText", data);
        DecryptDataResponse response = new() { KeyArn = cipher.Key.Arn, KeyCheckValue = cipher.Key.CheckValue, PlainText = Convert.ToHexString(output) };
        CryptographicOperations.ZeroMemory(output);
        return response;
    }

    private DataCipher Open(DecryptDataRequest request, OperationContext context) => request.DecryptionAttributes! switch
    {
        { Dukpt: { } dukpt } => ciphers.Dukpt(context, Member, request.KeyIdentifier!, WrappedMember, request.WrappedKey, dukpt),
        { Emv: { } emv } => ciphers.Emv(context, Member, request.KeyIdentifier!, WrappedMember, request.WrappedKey, emv),
        _ => ciphers.Symmetric(context, Member, request.KeyIdentifier!, WrappedMember, request.WrappedKey, request.DecryptionAttributes!.Symmetric!,
            KeyRules.DataDecrypt),
    };

    private static void RefuseWrapped(DynamicKey? wrapped)
    {
        if (wrapped is not null)
        {
            throw new ValidationException("WrappedKey and the Asymmetric attributes exclude each other: a key that comes with the call is symmetric.");
        }
    }
}

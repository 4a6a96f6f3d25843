using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;

namespace PaymentCrypto.Local.Operations.Data;

/// <summary>Decrypts under one key and encrypts under another; the plain text never leaves.</summary>
internal sealed class ReEncryptDataOperation(DataRates rates, DataCiphers ciphers) : DataOperation<ReEncryptDataRequest, ReEncryptDataResponse>(rates)
{
    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(ReEncryptDataRequest request) =>
        DynamicKeys.IsAsymmetric(request.IncomingWrappedKey) || DynamicKeys.IsAsymmetric(request.OutgoingWrappedKey);

    /// <inheritdoc/>
    protected override ReEncryptDataResponse Answer(ReEncryptDataRequest request, OperationContext context)
    {
        using DataCipher incoming = Open(
            context, "IncomingKeyIdentifier", request.IncomingKeyIdentifier!, "IncomingWrappedKey", request.IncomingWrappedKey,
            request.IncomingEncryptionAttributes!, KeyRules.ReEncryptIncoming);
        using DataCipher outgoing = Open(
            context, "OutgoingKeyIdentifier", request.OutgoingKeyIdentifier!, "OutgoingWrappedKey", request.OutgoingWrappedKey,
            request.OutgoingEncryptionAttributes!, KeyRules.ReEncryptOutgoing);
        byte[] plain = incoming.Decrypt("CipherText", Convert.FromHexString(request.CipherText!));
        try
        {
            byte[] cipherText = outgoing.Encrypt("CipherText", plain);
            return new ReEncryptDataResponse
            {
                KeyArn = outgoing.Key.Arn,
                KeyCheckValue = outgoing.Key.CheckValue,
                CipherText = Convert.ToHexString(cipherText)
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private DataCipher Open(
        OperationContext context, string member, string identifier, string wrappedMember, DynamicKey? wrapped, ReEncryptionAttributes attributes,
        KeyRule rule) =>
        attributes.Dukpt is { } dukpt
            ? ciphers.Dukpt(context, member, identifier, wrappedMember, wrapped, dukpt)
            : ciphers.Symmetric(context, member, identifier, wrappedMember, wrapped, attributes.Symmetric!, rule);
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Emv;

/// <summary>Generates a request cryptogram (ARQC), as the card does.</summary>
internal sealed class GenerateAuthRequestCryptogramOperation(DataRates rates, DataKeys keys)
    : DataOperation<GenerateAuthRequestCryptogramRequest, GenerateAuthRequestCryptogramResponse>(rates)
{
    /// <inheritdoc/>
    protected override GenerateAuthRequestCryptogramResponse Answer(GenerateAuthRequestCryptogramRequest request, OperationContext context)
    {
        using OpenedKey key = keys.Lend(context, nameof(request.KeyIdentifier), request.KeyIdentifier!, KeyRules.AuthRequestCryptogram);
        byte[] data = TransactionData.Read(request.TransactionData!);
        using var transaction = TransactionKeys.Derive(
            key, request.MajorKeyDerivationMode!, request.SessionKeyDerivationAttributes!, context.Steps);
        Span<byte> cryptogram = stackalloc byte[EmvCryptogram.Length];
        EmvCryptogram.Request(transaction.Session, data, cryptogram, context.Steps);
        return new GenerateAuthRequestCryptogramResponse
        {
            KeyArn = key.Arn,
            KeyCheckValue = key.CheckValue,
            AuthRequestCryptogram = Convert.ToHexString(cryptogram),
        };
    }
}

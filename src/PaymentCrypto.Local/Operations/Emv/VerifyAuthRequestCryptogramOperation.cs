using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Emv;

/// <summary>Verifies a request cryptogram (ARQC), and answers it (ARPC) where asked.</summary>
internal sealed class VerifyAuthRequestCryptogramOperation(DataRates rates, DataKeys keys)
    : DataOperation<VerifyAuthRequestCryptogramRequest, VerifyAuthRequestCryptogramResponse>(rates)
{
    /// <inheritdoc/>
    protected override VerifyAuthRequestCryptogramResponse Answer(VerifyAuthRequestCryptogramRequest request, OperationContext context)
    {
        using OpenedKey key = keys.Lend(context, nameof(request.KeyIdentifier), request.KeyIdentifier!, KeyRules.AuthRequestCryptogram);
        byte[] data = TransactionData.Read(request.TransactionData!);
        byte[] given = Convert.FromHexString(request.AuthRequestCryptogram!);
        using var transaction = TransactionKeys.Derive(
            key, request.MajorKeyDerivationMode!, request.SessionKeyDerivationAttributes!, context.Steps);
        Span<byte> cryptogram = stackalloc byte[EmvCryptogram.Length];
        EmvCryptogram.Request(transaction.Session, data, cryptogram, context.Steps);
        bool isRight = CryptographicOperations.FixedTimeEquals(cryptogram, given);
        CryptographicOperations.ZeroMemory(cryptogram);
        if (!isRight)
        {
            throw new VerificationFailedException(VerificationFailedReason.InvalidAuthRequestCryptogram, "Auth request cryptogram verification failed.");
        }

        return new VerifyAuthRequestCryptogramResponse
        {
            KeyArn = key.Arn,
            KeyCheckValue = key.CheckValue,
            AuthResponseValue = Respond(transaction, given, request.AuthResponseAttributes, context.Steps),
        };
    }

    private static string? Respond(TransactionKeys keys, ReadOnlySpan<byte> request, CryptogramAuthResponse? attributes, CalculationSteps? steps)
    {
        Span<byte> response = stackalloc byte[EmvCryptogram.Length];
        switch (attributes)
        {
            case { ArpcMethod1: { } method1 }:
                EmvCryptogram.ResponseMethod1(keys.ResponseMethod1, request, Convert.FromHexString(method1.AuthResponseCode!), response, steps);
                break;
            case { ArpcMethod2: { } method2 }:
                response = response[..EmvCryptogram.ResponseMethod2Length];
                byte[] proprietary = HexMember.Bytes(nameof(method2.ProprietaryAuthenticationData), method2.ProprietaryAuthenticationData ?? string.Empty);
                EmvCryptogram.ResponseMethod2(keys.Session, request, Convert.FromHexString(method2.CardStatusUpdate!), proprietary, response, steps);
                break;
            default:
                return null;
        }

        return Convert.ToHexString(response);
    }
}

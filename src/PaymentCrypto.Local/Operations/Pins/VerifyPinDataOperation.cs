using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;
using Pvv = PaymentCrypto.Cryptography.Pins.VisaPinVerificationValue;

namespace PaymentCrypto.Local.Operations.Pins;

/// <summary>Verifies an encrypted PIN by its PVV or its offset.</summary>
internal sealed class VerifyPinDataOperation(DataRates rates, DataKeys keys, PinKeys pinKeys)
    : DataOperation<VerifyPinDataRequest, VerifyPinDataResponse>(rates)
{
    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(VerifyPinDataRequest request) => DynamicKeys.IsAsymmetric(request.EncryptionWrappedKey);

    /// <inheritdoc/>
    protected override VerifyPinDataResponse Answer(VerifyPinDataRequest request, OperationContext context)
    {
        var form = PinForm.Of(request.PinBlockFormat!, request.PrimaryAccountNumber);
        bool isVisa = request.VerificationAttributes!.VisaPin is not null;
        using OpenedKey verification = keys.Lend(
            context, nameof(request.VerificationKeyIdentifier), request.VerificationKeyIdentifier!, isVisa ? KeyRules.PvvVerify : KeyRules.Ibm3624Verify);
        using WorkingKey encryption = pinKeys.Open(
            context,
            new PinKeySource(
                nameof(request.EncryptionKeyIdentifier),
                request.EncryptionKeyIdentifier!,
                nameof(request.EncryptionWrappedKey),
                request.EncryptionWrappedKey,
                request.DukptAttributes?.KeySerialNumber,
                request.DukptAttributes?.DukptDerivationType),
            KeyRules.PinDecrypt);
        Span<char> pin = stackalloc char[EncryptedPinBlocks.MaxPinLength];
        try
        {
            int length = EncryptedPinBlocks.Decrypt(encryption, form, request.EncryptedPinBlock!, pin, context.Steps);
            bool isRight = isVisa
                ? IsRightByValue(request, verification.Cipher, pin[..length], context.Steps)
                : IsRightByOffset(request, verification.Cipher, pin[..length], context.Steps);
            if (!isRight)
            {
                throw new VerificationFailedException(VerificationFailedReason.InvalidPin, "Pin block verification failed.");
            }
        }
        finally
        {
            pin.Clear();
        }

        return new VerifyPinDataResponse
        {
            VerificationKeyArn = verification.Arn,
            VerificationKeyCheckValue = verification.CheckValue,
            EncryptionKeyArn = encryption.Arn,
            EncryptionKeyCheckValue = encryption.CheckValue,
        };
    }

    private static bool IsRightByValue(VerifyPinDataRequest request, BlockCipher key, ReadOnlySpan<char> pin, CalculationSteps? steps)
    {
        VisaPinVerification visa = request.VerificationAttributes!.VisaPin!;
        string pan = request.PrimaryAccountNumber ?? throw new ValidationException("PrimaryAccountNumber is needed: a PVV is computed from it.");
        return visa.VerificationValue!.Length == Pvv.Length
            ? Pvv.Verify(key, pan, visa.PinVerificationKeyIndex!.Value, pin, visa.VerificationValue, steps)
            : throw new ValidationException($"VerificationValue has {visa.VerificationValue.Length} digits; a PVV has {Pvv.Length}.");
    }

    private static bool IsRightByOffset(VerifyPinDataRequest request, BlockCipher key, ReadOnlySpan<char> pin, CalculationSteps? steps)
    {
        Ibm3624PinVerification ibm = request.VerificationAttributes!.Ibm3624Pin!;
        int length = request.PinDataLength ?? ibm.PinOffset!.Length;
        return length <= ibm.PinOffset!.Length
            ? Ibm3624.Verify(key, PinParameters.Of(ibm), ibm.PinOffset, pin, length, steps)
            : throw new ValidationException($"PinDataLength {length} is more than the {ibm.PinOffset.Length} digits of PinOffset.");
    }
}

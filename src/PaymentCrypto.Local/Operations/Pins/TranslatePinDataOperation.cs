using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Pins;

/// <summary>Moves a PIN block to another key, format, or both.</summary>
internal sealed class TranslatePinDataOperation(DataRates rates, DataKeys keys, PinKeys pinKeys)
    : DataOperation<TranslatePinDataRequest, TranslatePinDataResponse>(rates)
{
    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(TranslatePinDataRequest request) =>
        DynamicKeys.IsAsymmetric(request.IncomingWrappedKey) || DynamicKeys.IsAsymmetric(request.OutgoingWrappedKey);

    /// <inheritdoc/>
    protected override TranslatePinDataResponse Answer(TranslatePinDataRequest request, OperationContext context)
    {
        var incoming = PinForm.Of(nameof(request.IncomingTranslationAttributes), request.IncomingTranslationAttributes!);
        var outgoing = PinForm.Of(nameof(request.OutgoingTranslationAttributes), request.OutgoingTranslationAttributes!);
        RequirePermitted(incoming, outgoing);
        using WorkingKey from = OpenIncoming(request, context);
        using WorkingKey to = pinKeys.Open(
            context,
            new PinKeySource(
                nameof(request.OutgoingKeyIdentifier),
                request.OutgoingKeyIdentifier!,
                nameof(request.OutgoingWrappedKey),
                request.OutgoingWrappedKey,
                request.OutgoingDukptAttributes?.KeySerialNumber,
                request.OutgoingDukptAttributes?.DukptKeyDerivationType),
            KeyRules.PinEncrypt);
        EncryptedPinBlocks.RequireFit(to, outgoing);
        Span<char> pin = stackalloc char[EncryptedPinBlocks.MaxPinLength];
        try
        {
            int length = EncryptedPinBlocks.Decrypt(from, incoming, request.EncryptedPinBlock!, pin, context.Steps);
            return new TranslatePinDataResponse
            {
                PinBlock = EncryptedPinBlocks.Encrypt(to, outgoing, pin[..length], context.Steps),
                KeyArn = to.Arn,
                KeyCheckValue = to.CheckValue,
            };
        }
        finally
        {
            pin.Clear();
        }
    }

    private WorkingKey OpenIncoming(TranslatePinDataRequest request, OperationContext context)
    {
        if (request.IncomingAs2805Attributes is { } transaction)
        {
            return OpenAs2805(request, transaction, context);
        }

        return pinKeys.Open(
            context,
            new PinKeySource(
                nameof(request.IncomingKeyIdentifier),
                request.IncomingKeyIdentifier!,
                nameof(request.IncomingWrappedKey),
                request.IncomingWrappedKey,
                request.IncomingDukptAttributes?.KeySerialNumber,
                request.IncomingDukptAttributes?.DukptKeyDerivationType),
            KeyRules.PinDecrypt);
    }

    private WorkingKey OpenAs2805(TranslatePinDataRequest request, As2805PekDerivationAttributes transaction, OperationContext context)
    {
        if (request.IncomingDukptAttributes is not null || request.IncomingWrappedKey is not null)
        {
            throw new ValidationException(
                $"{nameof(request.IncomingAs2805Attributes)} excludes {nameof(request.IncomingDukptAttributes)} and {nameof(request.IncomingWrappedKey)}: "
                    + "its key comes from a PIN key of the store.");
        }

        OpenedKey pinKey = keys.Lend(context, nameof(request.IncomingKeyIdentifier), request.IncomingKeyIdentifier!, KeyRules.PinAs2805);
        try
        {
            using SecretBuffer derived = As2805PinKey.Derive(pinKey.Cipher, transaction.SystemTraceAuditNumber, transaction.TransactionAmount, context.Steps);
            return new WorkingKey(pinKey, BlockCipherAlgorithm.Tdes, derived.Span);
        }
        catch
        {
            pinKey.Dispose();
            throw;
        }
    }

    // PCI PIN security requirement 3 and ISO 9564-1 table 1: another PAN, or none, would make a block of one card usable for others.
    private static void RequirePermitted(PinForm incoming, PinForm outgoing)
    {
        if (incoming.Format != PinBlockFormat.Iso1 && outgoing.Format == PinBlockFormat.Iso1)
        {
            throw new ValidationException("A PIN block that is bound to a PAN (ISO formats 0, 3 and 4) cannot be translated to ISO format 1, which is not.");
        }

        if (incoming.Pan is not null && incoming.Pan != outgoing.Pan)
        {
            throw new ValidationException("PrimaryAccountNumber must be the same in IncomingTranslationAttributes and OutgoingTranslationAttributes.");
        }
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;
using Pvv = PaymentCrypto.Cryptography.Pins.VisaPinVerificationValue;

namespace PaymentCrypto.Local.Operations.Pins;

/// <summary>Generates a PIN with its PVV or offset, or the PVV or offset of a PIN that is given.</summary>
internal sealed class GeneratePinDataOperation(DataRates rates, DataKeys keys, PinKeys pinKeys)
    : DataOperation<GeneratePinDataRequest, GeneratePinDataResponse>(rates)
{
    private const int DefaultPinLength = 4;

    /// <inheritdoc/>
    protected override bool UsesAsymmetricKey(GeneratePinDataRequest request) => DynamicKeys.IsAsymmetric(request.EncryptionWrappedKey);

    /// <inheritdoc/>
    protected override GeneratePinDataResponse Answer(GeneratePinDataRequest request, OperationContext context)
    {
        PinGenerationAttributes attributes = request.GenerationAttributes!;
        bool isVisa = attributes.VisaPin is not null || attributes.VisaPinVerificationValue is not null;
        string? given = attributes.VisaPinVerificationValue?.EncryptedPinBlock ?? attributes.Ibm3624PinOffset?.EncryptedPinBlock;
        var form = PinForm.Of(request.PinBlockFormat!, request.PrimaryAccountNumber);
        using OpenedKey generation = keys.Lend(
            context, nameof(request.GenerationKeyIdentifier), request.GenerationKeyIdentifier!, isVisa ? KeyRules.PvvGenerate : KeyRules.Ibm3624Generate);
        using WorkingKey encryption = pinKeys.Open(
            context,
            new PinKeySource(nameof(request.EncryptionKeyIdentifier), request.EncryptionKeyIdentifier!, nameof(request.EncryptionWrappedKey),
                request.EncryptionWrappedKey),
            given is null ? KeyRules.PinEncrypt : KeyRules.PinDecrypt);
        EncryptedPinBlocks.RequireFit(encryption, form);
        Span<char> pin = stackalloc char[EncryptedPinBlocks.MaxPinLength];
        try
        {
            pin = given is null
                ? Make(request, generation.Cipher, pin, context.Steps)
                : pin[..EncryptedPinBlocks.Decrypt(encryption, form, given, pin, context.Steps)];
            return new GeneratePinDataResponse
            {
                GenerationKeyArn = generation.Arn,
                GenerationKeyCheckValue = generation.CheckValue,
                EncryptionKeyArn = encryption.Arn,
                EncryptionKeyCheckValue = encryption.CheckValue,
                EncryptedPinBlock = given?.ToUpperInvariant() ?? EncryptedPinBlocks.Encrypt(encryption, form, pin, context.Steps),
                PinData = isVisa
                    ? new PinData { VerificationValue = VerificationValue(request, generation.Cipher, pin, context.Steps) }
                    : new PinData { PinOffset = Offset(request, generation.Cipher, pin, context.Steps) },
            };
        }
        finally
        {
            pin.Clear();
        }
    }

    private static Span<char> Make(GeneratePinDataRequest request, BlockCipher key, Span<char> pin, CalculationSteps? steps)
    {
        PinGenerationAttributes attributes = request.GenerationAttributes!;
        if (attributes.Ibm3624PinFromOffset is { } fromOffset)
        {
            string offset = fromOffset.PinOffset!;
            int length = request.PinDataLength ?? offset.Length;
            if (length < offset.Length)
            {
                throw new ValidationException($"PinDataLength {length} is less than the {offset.Length} digits of PinOffset.");
            }

            Ibm3624.PinFromOffset(key, PinParameters.Of(fromOffset), offset, pin[..length], steps);
            return pin[..length];
        }

        pin = pin[..(request.PinDataLength ?? DefaultPinLength)];
        if (attributes.Ibm3624NaturalPin is { } natural)
        {
            Ibm3624.NaturalPin(key, PinParameters.Of(natural), pin, steps);
        }
        else
        {
            RandomPin.Generate(pin);
        }

        return pin;
    }

    private static string VerificationValue(GeneratePinDataRequest request, BlockCipher key, ReadOnlySpan<char> pin, CalculationSteps? steps)
    {
        PinGenerationAttributes attributes = request.GenerationAttributes!;
        string pan = request.PrimaryAccountNumber ?? throw new ValidationException("PrimaryAccountNumber is needed: a PVV is computed from it.");
        int index = (attributes.VisaPin?.PinVerificationKeyIndex ?? attributes.VisaPinVerificationValue?.PinVerificationKeyIndex)!.Value;
        Span<char> value = stackalloc char[Pvv.Length];
        Pvv.Generate(key, pan, index, pin, value, steps);
        return value.ToString();
    }

    private static string Offset(GeneratePinDataRequest request, BlockCipher key, ReadOnlySpan<char> pin, CalculationSteps? steps)
    {
        PinGenerationAttributes attributes = request.GenerationAttributes!;
        if (attributes.Ibm3624PinFromOffset is { } fromOffset)
        {
            return fromOffset.PinOffset!;
        }

        int length = request.PinDataLength ?? pin.Length;
        if (length > pin.Length)
        {
            // The PIN of the block is shorter than the offset that was asked for: said as any other thing that depends on what is in the block.
            throw EncryptedPinBlocks.Refused();
        }

        Ibm3624Parameters parameters = attributes switch
        {
            { Ibm3624PinOffset: { } given } => PinParameters.Of(given),
            { Ibm3624RandomPin: { } random } => PinParameters.Of(random),
            _ => PinParameters.Of(attributes.Ibm3624NaturalPin!),
        };
        Span<char> offset = stackalloc char[length];
        Ibm3624.Offset(key, parameters, pin, offset, steps);
        return offset.ToString();
    }
}

using PaymentCrypto.Api;

namespace PaymentCrypto;

/// <summary>A PIN as an encrypted block, and what is kept to verify it, under the names that Test-PcPin takes.</summary>
public abstract class GeneratedPin
{
    private protected GeneratedPin()
    {
    }

    /// <summary>The card number (PAN), whole; the screen shows the first six and the last four digits. Null when none was given.</summary>
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The PIN as an encrypted block, upper-case hex.</summary>
    public string? EncryptedPinBlock { get; set; }

    /// <summary>Its format.</summary>
    public string? PinBlockFormat { get; set; }

    /// <summary>The ARN of the key that the block is under.</summary>
    public string? EncryptionKeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? EncryptionKeyCheckValue { get; set; }

    /// <summary>The ARN of the PIN verification key.</summary>
    public string? GenerationKeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? GenerationKeyCheckValue { get; set; }

    /// <summary>The encrypted block.</summary>
    public override string ToString() => EncryptedPinBlock ?? string.Empty;

    // Two types, not one with empty properties: piped on, an empty one would say that the other way of verifying is meant too.
    internal static GeneratedPin Of(GeneratePinDataRequest request, GeneratePinDataResponse response)
    {
        GeneratedPin pin = request.GenerationAttributes switch
        {
            { VisaPin: { } made } =>
                new VisaPin { PinVerificationKeyIndex = made.PinVerificationKeyIndex, VerificationValue = response.PinData?.VerificationValue },
            { VisaPinVerificationValue: { } given } =>
                new VisaPin { PinVerificationKeyIndex = given.PinVerificationKeyIndex, VerificationValue = response.PinData?.VerificationValue },
            { Ibm3624NaturalPin: { } natural } => Ibm(natural.DecimalizationTable, natural.PinValidationData, natural.PinValidationDataPadCharacter, response),
            { Ibm3624RandomPin: { } random } => Ibm(random.DecimalizationTable, random.PinValidationData, random.PinValidationDataPadCharacter, response),
            { Ibm3624PinOffset: { } given } => Ibm(given.DecimalizationTable, given.PinValidationData, given.PinValidationDataPadCharacter, response),
            { Ibm3624PinFromOffset: { } offset } => Ibm(offset.DecimalizationTable, offset.PinValidationData, offset.PinValidationDataPadCharacter, response),
            _ => new VisaPin(),
        };
        pin.PrimaryAccountNumber = request.PrimaryAccountNumber;
        pin.EncryptedPinBlock = response.EncryptedPinBlock;
        pin.PinBlockFormat = request.PinBlockFormat;
        pin.EncryptionKeyArn = response.EncryptionKeyArn;
        pin.EncryptionKeyCheckValue = response.EncryptionKeyCheckValue;
        pin.GenerationKeyArn = response.GenerationKeyArn;
        pin.GenerationKeyCheckValue = response.GenerationKeyCheckValue;
        return pin;
    }

    private static Ibm3624Pin Ibm(string? table, string? data, string? pad, GeneratePinDataResponse response) => new()
    {
        DecimalizationTable = table,
        PinValidationData = data,
        PinValidationDataPadCharacter = pad,
        PinOffset = response.PinData?.PinOffset,
    };
}

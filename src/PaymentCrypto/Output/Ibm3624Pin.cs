namespace PaymentCrypto;

/// <summary>A PIN that is verified by its IBM 3624 offset.</summary>
public sealed partial class Ibm3624Pin : GeneratedPin
{
    /// <summary>The offset, 4 to 12 digits.</summary>
    public string? PinOffset { get; set; }

    /// <summary>What the natural PIN is derived from, usually a part of the PAN; views do not show it.</summary>
    public string? PinValidationData { get; set; }

    /// <summary>Which decimal digit each of the sixteen hex digits becomes.</summary>
    public string? DecimalizationTable { get; set; }

    /// <summary>The hex digit that fills up the validation data.</summary>
    public string? PinValidationDataPadCharacter { get; set; }
}

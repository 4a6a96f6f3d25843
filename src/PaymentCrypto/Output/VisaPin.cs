namespace PaymentCrypto;

/// <summary>A PIN that is verified by its Visa PIN verification value (PVV).</summary>
public sealed partial class VisaPin : GeneratedPin
{
    /// <summary>The PIN verification value (PVV), 4 digits.</summary>
    public string? VerificationValue { get; set; }

    /// <summary>The PIN verification key index (PVKI) that the PVV was made with, 0 to 6.</summary>
    public int? PinVerificationKeyIndex { get; set; }
}

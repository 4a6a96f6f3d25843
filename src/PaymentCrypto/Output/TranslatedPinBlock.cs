namespace PaymentCrypto;

/// <summary>A PIN block under another key, ready for Test-PcPin or the next hop.</summary>
public sealed partial class TranslatedPinBlock
{
    /// <summary>The encrypted block, upper-case hex.</summary>
    public string? EncryptedPinBlock { get; set; }

    /// <summary>Its format.</summary>
    public string? PinBlockFormat { get; set; }

    /// <summary>The card number (PAN), whole; the screen shows the first six and the last four digits. Null with ISO format 1.</summary>
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The key serial number when the block is under a DUKPT key, hex; else null.</summary>
    public string? KeySerialNumber { get; set; }

    /// <summary>The ARN of the key that the block is under.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The block.</summary>
    public override string ToString() => EncryptedPinBlock ?? string.Empty;
}

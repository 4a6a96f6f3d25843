namespace PaymentCrypto;

/// <summary>Encrypted data.</summary>
public sealed partial class EncryptedData
{
    /// <summary>The cipher text, upper-case hex.</summary>
    public string? CipherText { get; set; }

    /// <summary>The key serial number when the data is under a DUKPT key, hex; else null.</summary>
    public string? KeySerialNumber { get; set; }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of the key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The cipher text.</summary>
    public override string ToString() => CipherText ?? string.Empty;
}

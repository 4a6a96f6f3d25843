namespace PaymentCrypto;

/// <summary>Decrypted data.</summary>
public sealed partial class DecryptedData
{
    /// <summary>The plain text, upper-case hex.</summary>
    public string? PlainText { get; set; }

    /// <summary>The same as text, when it was asked for with <c>-Text</c>; else null.</summary>
    public string? Text { get; set; }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of the key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The text if it was asked for, else the plain text as hex.</summary>
    public override string ToString() => Text ?? PlainText ?? string.Empty;
}

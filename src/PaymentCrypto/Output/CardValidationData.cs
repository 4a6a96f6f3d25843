namespace PaymentCrypto;

/// <summary>The validation value of a card, with what it was made from under the names that Test-PcCardValidationData takes.</summary>
public sealed partial class CardValidationData
{
    /// <summary>The card number (PAN), whole; the screen shows the first six and the last four digits.</summary>
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>Which value it is, for example <c>Cvv2</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>The value, 3 to 5 digits.</summary>
    public string? ValidationData { get; set; }

    /// <summary>The expiry date that it was made from, as it was given; null for a value that has none.</summary>
    public string? CardExpiryDate { get; set; }

    /// <summary>The service code that it was made from; null for a value that has none.</summary>
    public string? ServiceCode { get; set; }

    /// <summary>The PAN sequence number that it was made from; null for a value that has none.</summary>
    public string? PanSequenceNumber { get; set; }

    /// <summary>The application transaction counter that it was made from, hex; null for a value that has none.</summary>
    public string? ApplicationTransactionCounter { get; set; }

    /// <summary>The unpredictable number that it was made from, hex; null for a value that has none.</summary>
    public string? UnpredictableNumber { get; set; }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of the key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The value.</summary>
    public override string ToString() => ValidationData ?? string.Empty;
}

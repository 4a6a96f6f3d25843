namespace PaymentCrypto;

/// <summary>The application cryptogram of a card (ARQC).</summary>
public sealed partial class AuthRequestCryptogram
{
    /// <summary>The cryptogram, 16 hex digits.</summary>
    public string? Cryptogram { get; set; }

    /// <summary>How its session key comes from the card key, for example <c>EmvCommon</c>.</summary>
    public string? SessionKeyDerivation { get; set; }

    /// <summary>The card number (PAN), whole; the screen shows the first six and the last four digits.</summary>
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The PAN sequence number.</summary>
    public string? PanSequenceNumber { get; set; }

    /// <summary>The application transaction counter, hex; null where the scheme has none.</summary>
    public string? ApplicationTransactionCounter { get; set; }

    /// <summary>The unpredictable number, hex; null where the scheme has none.</summary>
    public string? UnpredictableNumber { get; set; }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of the key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The cryptogram.</summary>
    public override string ToString() => Cryptogram ?? string.Empty;
}

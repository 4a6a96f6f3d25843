namespace PaymentCrypto;

/// <summary>A value that was computed offline: on a card, of a card, of a PIN or of a message.</summary>
public sealed partial class CalculatedValue : ICalculated
{
    /// <summary>What it is, for example <c>CVV2</c>, <c>ARQC</c> or <c>MAC</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>The value: decimal digits, or upper-case hex.</summary>
    public string? Value { get; set; }

    /// <summary>How it was computed, for example <c>EMV_COMMON_SESSION_KEY</c>; null where there is one way only.</summary>
    public string? Method { get; set; }

    /// <summary>The algorithm of the key: for cryptograms and MACs the one that it was computed under, else the one that was given.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>Check value of that key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The card number; null where there is none.</summary>
    public string? PrimaryAccountNumber { get; set; }

    string ICalculated.ResultName => Kind ?? string.Empty;

    string ICalculated.ResultText => Value ?? string.Empty;

    /// <summary>The value.</summary>
    public override string ToString() => Value ?? string.Empty;
}

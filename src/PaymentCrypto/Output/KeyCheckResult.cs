namespace PaymentCrypto;

/// <summary>A key check value and what it was computed of.</summary>
public sealed partial class KeyCheckResult
{
    /// <summary>The check value, upper-case hex.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>How it was computed.</summary>
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>The algorithm of the key.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>Whether every byte of a DES or TDES key has odd parity; null for other keys.</summary>
    public bool? OddParity { get; set; }

    /// <summary>The check value.</summary>
    public override string ToString() => KeyCheckValue ?? string.Empty;
}

namespace PaymentCrypto;

/// <summary>A PIN block that was computed offline.</summary>
public sealed partial class CalculatedPinBlock : ICalculated
{
    /// <summary>The block, upper-case hex.</summary>
    public string? PinBlock { get; set; }

    /// <summary>The format, under the service's name.</summary>
    public string? PinBlockFormat { get; set; }

    /// <summary>The algorithm of the key that it is under; null for a clear block.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>Check value of the key that it is under; null for a clear block.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The key serial number that its key was derived by; null for another key.</summary>
    public string? KeySerialNumber { get; set; }

    /// <summary>The card number; null where the format has none.</summary>
    public string? PrimaryAccountNumber { get; set; }

    string ICalculated.ResultName => "PIN block";

    string ICalculated.ResultText => PinBlock ?? string.Empty;

    /// <summary>The block.</summary>
    public override string ToString() => PinBlock ?? string.Empty;
}

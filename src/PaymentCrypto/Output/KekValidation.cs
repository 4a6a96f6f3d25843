namespace PaymentCrypto;

/// <summary>One half of the validation of a key encryption key between two hosts by AS 2805.</summary>
public sealed partial class KekValidation
{
    /// <summary>The random key as it is sent (KRs), under the key's send variant, upper-case hex.</summary>
    public string? RandomKeySend { get; set; }

    /// <summary>Its inverse (KRr) under the key's receive variant, upper-case hex: what the other side answers, or is answered.</summary>
    public string? RandomKeyReceive { get; set; }

    /// <summary>The ARN of the key encryption key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The random key as it is sent.</summary>
    public override string ToString() => RandomKeySend ?? string.Empty;
}

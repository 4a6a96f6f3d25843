namespace PaymentCrypto;

/// <summary>What came of a verification, under the names that the service uses. It never has the value that would have been right.</summary>
public sealed partial class VerificationResult
{
    /// <summary>Whether what was verified is right.</summary>
    public bool IsValid { get; set; }

    /// <summary>Why not, for example <c>INVALID_PIN</c>; null when it is right.</summary>
    public string? Reason { get; set; }

    /// <summary>The operation of the service, for example <c>VerifyPinData</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>The response cryptogram (ARPC), hex: 16 digits by method 1, 8 by method 2; null when none was asked for, or the request is wrong.</summary>
    public string? AuthResponseValue { get; set; }

    /// <summary>The ARN of the key that verified; null when it was wrong: the service does not tell it then.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The ARN of the key that the PIN block was under; null for others.</summary>
    public string? EncryptionKeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? EncryptionKeyCheckValue { get; set; }

    /// <summary>The result and the reason.</summary>
    public override string ToString() => IsValid ? "valid" : Reason ?? "not valid";
}

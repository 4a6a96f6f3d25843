namespace PaymentCrypto;

/// <summary>The MAC of a message.</summary>
public sealed partial class MessageMac
{
    /// <summary>The MAC, upper-case hex.</summary>
    public string? Mac { get; set; }

    /// <summary>The algorithm, as the service names it.</summary>
    public string? Algorithm { get; set; }

    /// <summary>The ARN of the key.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The check value of the key.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>The MAC.</summary>
    public override string ToString() => Mac ?? string.Empty;
}

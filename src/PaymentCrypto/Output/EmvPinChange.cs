namespace PaymentCrypto;

/// <summary>What an issuer script that changes the offline PIN of a card carries.</summary>
public sealed partial class EmvPinChange
{
    /// <summary>The PIN block under the card's session key, upper-case hex.</summary>
    public string? EncryptedPinBlock { get; set; }

    /// <summary>The MAC of the command, upper-case hex.</summary>
    public string? Mac { get; set; }

    /// <summary>How the session keys come from the card keys, for example <c>EmvCommon</c>.</summary>
    public string? SessionKeyDerivation { get; set; }

    /// <summary>The card number (PAN), whole; the screen shows the first six and the last four digits.</summary>
    public string? PrimaryAccountNumber { get; set; }

    /// <summary>The ARN of the key that the new PIN came under.</summary>
    public string? NewPinPekArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? NewPinPekKeyCheckValue { get; set; }

    /// <summary>The ARN of the master key for MACs.</summary>
    public string? SecureMessagingIntegrityKeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? SecureMessagingIntegrityKeyCheckValue { get; set; }

    /// <summary>The ARN of the master key for encryption.</summary>
    public string? SecureMessagingConfidentialityKeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? SecureMessagingConfidentialityKeyCheckValue { get; set; }

    /// <summary>Visa and American Express: the ARN of the master key for cryptograms; else null.</summary>
    public string? AuthorizationRequestKeyArn { get; set; }

    /// <summary>The check value of that key.</summary>
    public string? AuthorizationRequestKeyCheckValue { get; set; }

    /// <summary>The block and the MAC, as they stand in the command.</summary>
    public override string ToString() => EncryptedPinBlock + Mac;
}

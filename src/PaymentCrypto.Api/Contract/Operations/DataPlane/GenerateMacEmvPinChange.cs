using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Makes the encrypted PIN block and the MAC of an issuer script that changes the offline PIN of a card.</summary>
public sealed record GenerateMacEmvPinChangeRequest() : ApiRequest<GenerateMacEmvPinChangeResponse>("GenerateMacEmvPinChange")
{
    /// <summary>The key that encrypts the block of the new PIN: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? NewPinPekIdentifier { get; init; }

    /// <summary>The encrypted block of the new PIN: 8 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? NewEncryptedPinBlock { get; init; }

    /// <summary>The format of the PIN block; one of <see cref="Api.PinBlockFormatForEmvPinChange"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(PinBlockFormatForEmvPinChange))]
    public string? PinBlockFormat { get; init; }

    /// <summary>The issuer master key for the MACs of secure messaging (E2): a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? SecureMessagingIntegrityKeyIdentifier { get; init; }

    /// <summary>The issuer master key for the encryption of secure messaging (E1): a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? SecureMessagingConfidentialityKeyIdentifier { get; init; }

    /// <summary>The message as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 1024)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? MessageData { get; init; }

    /// <summary>The scheme of the card, and how its keys are derived.</summary>
    [MemberRequired]
    public DerivationMethodAttributes? DerivationMethodAttributes { get; init; }
}

/// <summary>The PIN block and MAC for the issuer script.</summary>
public sealed record GenerateMacEmvPinChangeResponse : ApiResponse
{
    /// <summary>The full ARN of the key that encrypted the new PIN.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? NewPinPekArn { get; init; }

    /// <summary>The full ARN of the integrity key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? SecureMessagingIntegrityKeyArn { get; init; }

    /// <summary>The full ARN of the confidentiality key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? SecureMessagingConfidentialityKeyArn { get; init; }

    /// <summary>The MAC as hex.</summary>
    [MemberRequired]
    [MemberLength(8, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? Mac { get; init; }

    /// <summary>The encrypted PIN block: 8 (TDES) or 16 (AES) bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 32)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? EncryptedPinBlock { get; init; }

    /// <summary>The check value of the key that encrypted the new PIN: 4 to 16 hex digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? NewPinPekKeyCheckValue { get; init; }

    /// <summary>The check value of the integrity key: 4 to 16 hex digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? SecureMessagingIntegrityKeyCheckValue { get; init; }

    /// <summary>The check value of the confidentiality key: 4 to 16 hex digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? SecureMessagingConfidentialityKeyCheckValue { get; init; }

    /// <summary>The further keys of Visa and American Express; absent for every other scheme.</summary>
    public VisaAmexDerivationOutputs? VisaAmexDerivationOutputs { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Verifies an encrypted PIN.</summary>
public sealed record VerifyPinDataRequest() : ApiRequest<VerifyPinDataResponse>("VerifyPinData")
{
    /// <summary>The key that the PIN data is verified with: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? VerificationKeyIdentifier { get; init; }

    /// <summary>The key that encrypts the PIN block: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? EncryptionKeyIdentifier { get; init; }

    /// <summary>What to verify by.</summary>
    [MemberRequired]
    public PinVerificationAttributes? VerificationAttributes { get; init; }

    /// <summary>The encrypted PIN block: 8 (TDES) or 16 (AES) bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 32)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? EncryptedPinBlock { get; init; }

    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The format of the PIN block; one of <see cref="Api.PinBlockFormatForPinData"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(PinBlockFormatForPinData))]
    public string? PinBlockFormat { get; init; }

    /// <summary>How many digits the PIN has, 4 to 12; absent leaves it to the operation.</summary>
    [MemberRange(4, 12)]
    public int? PinDataLength { get; init; }

    /// <summary>The DUKPT key of the PIN block; absent means a static key.</summary>
    public DukptAttributes? DukptAttributes { get; init; }

    /// <summary>A key that comes with the call, in place of the encryption key.</summary>
    public DynamicKey? EncryptionWrappedKey { get; init; }
}

/// <summary>The PIN is right.</summary>
public sealed record VerifyPinDataResponse : ApiResponse
{
    /// <summary>The full ARN of the verification key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? VerificationKeyArn { get; init; }

    /// <summary>The check value of the verification key: 4 to 16 hex digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? VerificationKeyCheckValue { get; init; }

    /// <summary>The full ARN of the encryption key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? EncryptionKeyArn { get; init; }

    /// <summary>The check value of the encryption key: 4 to 16 hex digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? EncryptionKeyCheckValue { get; init; }
}

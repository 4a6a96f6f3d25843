using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Moves an encrypted PIN block to another key, format, or both.</summary>
public sealed record TranslatePinDataRequest() : ApiRequest<TranslatePinDataResponse>("TranslatePinData")
{
    /// <summary>The key that decrypts: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? IncomingKeyIdentifier { get; init; }

    /// <summary>The key that encrypts: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? OutgoingKeyIdentifier { get; init; }

    /// <summary>The format of the incoming PIN block.</summary>
    [MemberRequired]
    public TranslationIsoFormats? IncomingTranslationAttributes { get; init; }

    /// <summary>The format of the outgoing PIN block.</summary>
    [MemberRequired]
    public TranslationIsoFormats? OutgoingTranslationAttributes { get; init; }

    /// <summary>The encrypted PIN block: 8 (TDES) or 16 (AES) bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 32)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? EncryptedPinBlock { get; init; }

    /// <summary>The DUKPT key of the incoming PIN block; absent means a static key.</summary>
    public DukptDerivationAttributes? IncomingDukptAttributes { get; init; }

    /// <summary>The DUKPT key of the outgoing PIN block; absent means a static key.</summary>
    public DukptDerivationAttributes? OutgoingDukptAttributes { get; init; }

    /// <summary>A key that comes with the call, in place of the incoming key.</summary>
    public DynamicKey? IncomingWrappedKey { get; init; }

    /// <summary>A key that comes with the call, in place of the outgoing key.</summary>
    public DynamicKey? OutgoingWrappedKey { get; init; }

    /// <summary>The transaction that an AS2805 PIN key is derived from; absent means a static key.</summary>
    public As2805PekDerivationAttributes? IncomingAs2805Attributes { get; init; }
}

/// <summary>The PIN block under the outgoing key.</summary>
public sealed record TranslatePinDataResponse : ApiResponse
{
    /// <summary>The PIN block under the outgoing key: 8 (TDES) or 16 (AES) bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 32)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? PinBlock { get; init; }

    /// <summary>The full ARN of the key that was used.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }

    /// <summary>The check value of the key that was used: 4 to 16 hex digits, written in upper case.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? KeyCheckValue { get; init; }
}

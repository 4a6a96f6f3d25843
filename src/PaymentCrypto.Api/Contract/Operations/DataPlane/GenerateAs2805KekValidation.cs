using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Generates one half of the validation of a key encryption key between two hosts, by AS2805.</summary>
public sealed record GenerateAs2805KekValidationRequest() : ApiRequest<GenerateAs2805KekValidationResponse>("GenerateAs2805KekValidation")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>Which half of the exchange this is.</summary>
    [MemberRequired]
    public As2805KekValidationType? KekValidationType { get; init; }

    /// <summary>The variant that the sent key is encrypted under; one of <see cref="Api.RandomKeySendVariantMask"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(RandomKeySendVariantMask))]
    public string? RandomKeySendVariantMask { get; init; }
}

/// <summary>The random key, encrypted both ways.</summary>
public sealed record GenerateAs2805KekValidationResponse : ApiResponse
{
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

    /// <summary>The random key to send (KRs), encrypted: 8, 16 or 24 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 48)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32}|[0-9a-fA-F]{48})")]
    [Sensitive]
    public string? RandomKeySend { get; init; }

    /// <summary>The inverse of the random key (KRr), encrypted: 8, 16 or 24 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 48)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32}|[0-9a-fA-F]{48})")]
    [Sensitive]
    public string? RandomKeyReceive { get; init; }
}

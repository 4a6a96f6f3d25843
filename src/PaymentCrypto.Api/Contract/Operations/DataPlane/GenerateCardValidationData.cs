using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Generates card validation data such as CVV, CVV2, dCVV, CVC3 or CSC.</summary>
public sealed record GenerateCardValidationDataRequest() : ApiRequest<GenerateCardValidationDataResponse>("GenerateCardValidationData")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>What to generate, and from what.</summary>
    [MemberRequired]
    public CardGenerationAttributes? GenerationAttributes { get; init; }

    /// <summary>How many digits, 3 to 5; absent means 3.</summary>
    [MemberRange(3, 5)]
    public int? ValidationDataLength { get; init; }
}

/// <summary>The card validation data.</summary>
public sealed record GenerateCardValidationDataResponse : ApiResponse
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

    /// <summary>The card validation data: 3 to 5 digits.</summary>
    [MemberRequired]
    [MemberLength(3, 5)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? ValidationData { get; init; }
}

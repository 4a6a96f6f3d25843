using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Encrypts data.</summary>
public sealed record EncryptDataRequest() : ApiRequest<EncryptDataResponse>("EncryptData")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>The data as hex, 1 to 2,048 bytes.</summary>
    [MemberRequired]
    [MemberLength(2, 4096)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? PlainText { get; init; }

    /// <summary>How to encrypt.</summary>
    [MemberRequired]
    public EncryptionDecryptionAttributes? EncryptionAttributes { get; init; }

    /// <summary>A key that comes with the call, under the key of the service that is named beside it; absent means that key itself.</summary>
    public DynamicKey? WrappedKey { get; init; }
}

/// <summary>The encrypted data.</summary>
public sealed record EncryptDataResponse : ApiResponse
{
    /// <summary>The full ARN of the key that was used.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }

    /// <summary>The check value of the key that was used: 4 to 16 hex digits, written in upper case.</summary>
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? KeyCheckValue { get; init; }

    /// <summary>The encrypted data as hex, 1 to 2,112 bytes.</summary>
    [MemberRequired]
    [MemberLength(2, 4224)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? CipherText { get; init; }
}

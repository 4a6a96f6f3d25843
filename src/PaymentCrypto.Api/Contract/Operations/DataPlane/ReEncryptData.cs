using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Decrypts data under one key and encrypts it under another, in one step.</summary>
public sealed record ReEncryptDataRequest() : ApiRequest<ReEncryptDataResponse>("ReEncryptData")
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

    /// <summary>The encrypted data as hex, 1 to 2,112 bytes.</summary>
    [MemberRequired]
    [MemberLength(2, 4224)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? CipherText { get; init; }

    /// <summary>How the data was encrypted.</summary>
    [MemberRequired]
    public ReEncryptionAttributes? IncomingEncryptionAttributes { get; init; }

    /// <summary>How to encrypt it.</summary>
    [MemberRequired]
    public ReEncryptionAttributes? OutgoingEncryptionAttributes { get; init; }

    /// <summary>A key that comes with the call, in place of the incoming key.</summary>
    public DynamicKey? IncomingWrappedKey { get; init; }

    /// <summary>A key that comes with the call, in place of the outgoing key.</summary>
    public DynamicKey? OutgoingWrappedKey { get; init; }
}

/// <summary>The data under the outgoing key.</summary>
public sealed record ReEncryptDataResponse : ApiResponse
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

    /// <summary>The encrypted data as hex, 1 to 2,112 bytes.</summary>
    [MemberRequired]
    [MemberLength(2, 4224)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? CipherText { get; init; }
}

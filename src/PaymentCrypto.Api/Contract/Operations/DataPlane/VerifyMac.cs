using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Verifies a MAC.</summary>
public sealed record VerifyMacRequest() : ApiRequest<VerifyMacResponse>("VerifyMac")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>The message as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 8192)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? MessageData { get; init; }

    /// <summary>The MAC as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 128)]
    [MemberPattern("(?:[0-9a-fA-F][0-9a-fA-F])+")]
    [Sensitive]
    public string? Mac { get; init; }

    /// <summary>What to verify by.</summary>
    [MemberRequired]
    public MacAttributes? VerificationAttributes { get; init; }

    /// <summary>The length of the MAC in bytes, 4 to 32; absent leaves it to the algorithm.</summary>
    [MemberRange(4, 32)]
    public int? MacLength { get; init; }
}

/// <summary>The MAC is right.</summary>
public sealed record VerifyMacResponse : ApiResponse
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
}

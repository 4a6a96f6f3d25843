using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Generates an authorisation request cryptogram (ARQC), as a card does; an aid for development and tests.</summary>
public sealed record GenerateAuthRequestCryptogramRequest() : ApiRequest<GenerateAuthRequestCryptogramResponse>("GenerateAuthRequestCryptogram")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>The data of the cryptogram as hex, padded by the caller.</summary>
    [MemberRequired]
    [MemberLength(2, 1024)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? TransactionData { get; init; }

    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
    public string? MajorKeyDerivationMode { get; init; }

    /// <summary>How the session key comes from the card key.</summary>
    [MemberRequired]
    public SessionKeyDerivation? SessionKeyDerivationAttributes { get; init; }
}

/// <summary>The cryptogram.</summary>
public sealed record GenerateAuthRequestCryptogramResponse : ApiResponse
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

    /// <summary>The authorisation request cryptogram (ARQC): 8 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? AuthRequestCryptogram { get; init; }
}

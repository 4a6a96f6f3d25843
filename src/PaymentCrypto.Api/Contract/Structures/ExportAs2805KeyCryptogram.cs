using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Export under a key encryption key by AS2805 part 6.</summary>
public sealed record ExportAs2805KeyCryptogram : ApiStructure
{
    /// <summary>The key that wraps: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? WrappingKeyIdentifier { get; init; }

    /// <summary>The variant that the key encryption key is used in; one of <see cref="Api.As2805KeyVariant"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(As2805KeyVariant))]
    public string? As2805KeyVariant { get; init; }
}

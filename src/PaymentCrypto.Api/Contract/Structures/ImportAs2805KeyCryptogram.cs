using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Import of a key wrapped by AS2805 part 6.</summary>
public sealed record ImportAs2805KeyCryptogram : ApiStructure
{
    /// <summary>The variant that the key encryption key is used in; one of <see cref="Api.As2805KeyVariant"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(As2805KeyVariant))]
    public string? As2805KeyVariant { get; init; }

    /// <summary>What the key may do.</summary>
    [MemberRequired]
    public KeyModesOfUse? KeyModesOfUse { get; init; }

    /// <summary>The key's algorithm and length; one of <see cref="Api.KeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyAlgorithm))]
    public string? KeyAlgorithm { get; init; }

    /// <summary>Whether ExportKey may ever wrap it.</summary>
    [MemberRequired]
    public bool? Exportable { get; init; }

    /// <summary>The key encryption key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? WrappingKeyIdentifier { get; init; }

    /// <summary>The wrapped key as upper-case hex.</summary>
    [MemberRequired]
    [MemberLength(16, 4096)]
    [MemberPattern("[0-9A-F]+")]
    [Sensitive]
    public string? WrappedKeyCryptogram { get; init; }
}

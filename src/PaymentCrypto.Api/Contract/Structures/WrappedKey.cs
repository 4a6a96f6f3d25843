using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>An exported key under its wrapping key.</summary>
public sealed record WrappedKey : ApiStructure
{
    /// <summary>The full ARN of the key that wrapped it.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? WrappingKeyArn { get; init; }

    /// <summary>The format of the key material; one of <see cref="Api.WrappedKeyMaterialFormat"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(WrappedKeyMaterialFormat))]
    public string? WrappedKeyMaterialFormat { get; init; }

    /// <summary>The wrapped key: a TR-31 block as its ASCII text, a TR-34 token or a cryptogram as hex.</summary>
    [MemberRequired]
    [MemberLength(32, 16384)]
    [Sensitive]
    public string? KeyMaterial { get; init; }

    /// <summary>The key check value: 4 to 16 hex digits, written in upper case.</summary>
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? KeyCheckValue { get; init; }

    /// <summary>How the key check value was computed; one of <see cref="Api.KeyCheckValueAlgorithm"/>.</summary>
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }
}

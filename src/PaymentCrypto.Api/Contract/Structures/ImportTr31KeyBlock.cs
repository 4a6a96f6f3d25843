using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Import of a TR-31 (X9.143) key block; the key's attributes come from its header.</summary>
public sealed record ImportTr31KeyBlock : ApiStructure
{
    /// <summary>The key that wraps: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? WrappingKeyIdentifier { get; init; }

    /// <summary>The key block as its ASCII text.</summary>
    [MemberRequired]
    [MemberLength(56, 9984)]
    [MemberPattern("[0-9a-zA-Z]+")]
    [Sensitive]
    public string? WrappedKeyBlock { get; init; }
}

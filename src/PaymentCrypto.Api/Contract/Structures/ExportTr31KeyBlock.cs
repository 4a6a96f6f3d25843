using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Export in a TR-31 (X9.143) key block.</summary>
public sealed record ExportTr31KeyBlock : ApiStructure
{
    /// <summary>The key that wraps: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? WrappingKeyIdentifier { get; init; }

    /// <summary>What to write into the key block's header; absent keeps what the key has.</summary>
    public KeyBlockHeaders? KeyBlockHeaders { get; init; }
}

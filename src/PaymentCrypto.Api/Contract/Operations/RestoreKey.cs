using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Cancels the deletion of a key. The key stays disabled until StartKeyUsage.</summary>
public sealed record RestoreKeyRequest() : ApiRequest<RestoreKeyResponse>("RestoreKey")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }
}

/// <summary>The key, restored and disabled.</summary>
public sealed record RestoreKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}

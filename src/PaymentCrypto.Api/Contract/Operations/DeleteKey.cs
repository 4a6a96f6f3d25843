using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Disables a key and schedules its deletion; RestoreKey undoes it until then.</summary>
public sealed record DeleteKeyRequest() : ApiRequest<DeleteKeyResponse>("DeleteKey")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>The waiting period in days; absent means 7.</summary>
    [MemberRange(3, 180)]
    public int? DeleteKeyInDays { get; init; }
}

/// <summary>The key, now awaiting deletion.</summary>
public sealed record DeleteKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Replicates a multi-Region primary key to further regions.</summary>
public sealed record AddKeyReplicationRegionsRequest() : ApiRequest<AddKeyReplicationRegionsResponse>("AddKeyReplicationRegions")
{
    /// <summary>The key: a key ARN, an alias ARN or <c>alias/name</c>.</summary>
    [MemberRequired]
    [MemberLength(7, 322)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:(key/[0-9a-zA-Z]{16,64}|alias/[a-zA-Z0-9/_-]+)$|^alias/[a-zA-Z0-9/_-]+")]
    public string? KeyIdentifier { get; init; }

    /// <summary>AWS region names.</summary>
    [MemberRequired]
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? ReplicationRegions { get; init; }
}

/// <summary>The key with its new replication state.</summary>
public sealed record AddKeyReplicationRegionsResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}

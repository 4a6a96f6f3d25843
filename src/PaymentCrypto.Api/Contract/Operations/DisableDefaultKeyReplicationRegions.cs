using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Takes regions off the list to which new keys are replicated by default.</summary>
public sealed record DisableDefaultKeyReplicationRegionsRequest() : ApiRequest<DisableDefaultKeyReplicationRegionsResponse>(
    "DisableDefaultKeyReplicationRegions")
{
    /// <summary>AWS region names.</summary>
    [MemberRequired]
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? ReplicationRegions { get; init; }
}

/// <summary>The list as it is now.</summary>
public sealed record DisableDefaultKeyReplicationRegionsResponse : ApiResponse
{
    /// <summary>AWS region names; empty when there are none.</summary>
    [MemberRequired]
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? EnabledReplicationRegions { get; init; }
}

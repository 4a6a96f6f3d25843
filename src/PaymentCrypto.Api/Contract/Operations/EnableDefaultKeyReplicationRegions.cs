using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Puts regions on the list to which new keys are replicated by default.</summary>
public sealed record EnableDefaultKeyReplicationRegionsRequest() : ApiRequest<EnableDefaultKeyReplicationRegionsResponse>("EnableDefaultKeyReplicationRegions")
{
    /// <summary>AWS region names.</summary>
    [MemberRequired]
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? ReplicationRegions { get; init; }
}

/// <summary>The list as it is now.</summary>
public sealed record EnableDefaultKeyReplicationRegionsResponse : ApiResponse
{
    /// <summary>AWS region names; empty when there are none.</summary>
    [MemberRequired]
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? EnabledReplicationRegions { get; init; }
}

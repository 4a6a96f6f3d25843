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

using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Reads the list of regions to which new keys are replicated by default.</summary>
public sealed record GetDefaultKeyReplicationRegionsRequest() : ApiRequest<GetDefaultKeyReplicationRegionsResponse>("GetDefaultKeyReplicationRegions");

/// <summary>The list.</summary>
public sealed record GetDefaultKeyReplicationRegionsResponse : ApiResponse
{
    /// <summary>AWS region names; empty when there are none.</summary>
    [MemberRequired]
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? EnabledReplicationRegions { get; init; }
}

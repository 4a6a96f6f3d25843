using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The key with its new replication state.</summary>
public sealed record RemoveKeyReplicationRegionsResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}

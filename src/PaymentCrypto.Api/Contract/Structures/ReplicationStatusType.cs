using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The state of a replica in one region.</summary>
public sealed record ReplicationStatusType : ApiStructure
{
    /// <summary>The state; one of <see cref="Api.KeyReplicationState"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyReplicationState))]
    public string? Status { get; init; }

    /// <summary>What there is to say about the state.</summary>
    public string? StatusMessage { get; init; }
}

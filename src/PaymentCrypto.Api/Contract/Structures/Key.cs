using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>A key's metadata. The material itself is never part of it.</summary>
public sealed record Key : ApiStructure
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }

    /// <summary>What the key is and may do.</summary>
    [MemberRequired]
    public KeyAttributes? KeyAttributes { get; init; }

    /// <summary>The key check value: 4 to 16 hex digits, written in upper case.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? KeyCheckValue { get; init; }

    /// <summary>How the key check value was computed; one of <see cref="Api.KeyCheckValueAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }

    /// <summary>Whether the key is ready for use.</summary>
    [MemberRequired]
    public bool? Enabled { get; init; }

    /// <summary>Whether ExportKey may wrap it.</summary>
    [MemberRequired]
    public bool? Exportable { get; init; }

    /// <summary>The key's state; one of <see cref="Api.KeyState"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyState))]
    public string? KeyState { get; init; }

    /// <summary>Where the key was made; one of <see cref="Api.KeyOrigin"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyOrigin))]
    public string? KeyOrigin { get; init; }

    /// <summary>When the key was made or imported.</summary>
    [MemberRequired]
    public DateTimeOffset? CreateTimestamp { get; init; }

    /// <summary>Since when the key is enabled; absent while it is disabled.</summary>
    public DateTimeOffset? UsageStartTimestamp { get; init; }

    /// <summary>Since when the key is disabled; absent while it is enabled.</summary>
    public DateTimeOffset? UsageStopTimestamp { get; init; }

    /// <summary>When the key will be deleted; only while deletion is scheduled.</summary>
    public DateTimeOffset? DeletePendingTimestamp { get; init; }

    /// <summary>When the key was deleted.</summary>
    public DateTimeOffset? DeleteTimestamp { get; init; }

    /// <summary>The usage of the keys that are derived; only on a key agreement key. One of <see cref="Api.DeriveKeyUsage"/>.</summary>
    [MemberValues(typeof(DeriveKeyUsage))]
    public string? DeriveKeyUsage { get; init; }

    /// <summary>Primary or replica; absent on a key of one region. One of <see cref="Api.MultiRegionKeyType"/>.</summary>
    [MemberValues(typeof(MultiRegionKeyType))]
    public string? MultiRegionKeyType { get; init; }

    /// <summary>The region of the primary key; absent on a key of one region.</summary>
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+")]
    public string? PrimaryRegion { get; init; }

    /// <summary>The state of each replica, by region name.</summary>
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Keys)]
    public IReadOnlyDictionary<string, ReplicationStatusType>? ReplicationStatus { get; init; }

    /// <summary>Whether the replicas follow the account's default list.</summary>
    public bool? UsingDefaultReplicationRegions { get; init; }

    /// <summary>The approval session; absent when none is needed.</summary>
    public MpaStatus? MpaStatus { get; init; }
}

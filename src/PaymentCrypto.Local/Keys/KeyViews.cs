using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Local.Keys;

/// <summary>Stored keys as the service describes them.</summary>
internal static class KeyViews
{
    /// <summary>The full description.</summary>
    /// <param name="key">The key.</param>
    /// <param name="replicaRegions">Where its replicas are; empty on replicas themselves.</param>
    /// <param name="mpaStatus">The approval session of its import, if there was one.</param>
    public static Key Full(KeyRecord key, IEnumerable<string> replicaRegions, MpaStatus? mpaStatus) => new()
    {
        KeyArn = key.Arn,
        KeyAttributes = key.Attributes,
        KeyCheckValue = key.CheckValue,
        KeyCheckValueAlgorithm = key.CheckValueAlgorithm,
        Enabled = key.Enabled,
        Exportable = key.Exportable,
        KeyState = key.State,
        KeyOrigin = key.Origin,
        CreateTimestamp = key.Created,
        UsageStartTimestamp = key.UsageStart,
        UsageStopTimestamp = key.UsageStop,
        DeletePendingTimestamp = key.DeletePending,
        DeleteTimestamp = key.Deleted,
        DeriveKeyUsage = key.DeriveKeyUsage,
        MultiRegionKeyType = MultiRegionTypeOf(key),
        PrimaryRegion = key.PrimaryRegion,
        ReplicationStatus = key.PrimaryRegion is null || key.IsReplica
            ? null
            : replicaRegions.ToDictionary(region => region, _ => new ReplicationStatusType { Status = KeyReplicationState.Synchronized }),
        UsingDefaultReplicationRegions = key.UsingDefaultRegions,
        MpaStatus = mpaStatus,
    };

    /// <summary>The short description of a listing. The live service leaves out the two members about regions, which its documentation has.</summary>
    public static KeySummary Summary(KeyRecord key, Conformance conformance) => new()
    {
        KeyArn = key.Arn,
        KeyState = key.State,
        KeyAttributes = key.Attributes,
        KeyCheckValue = key.CheckValue,
        Exportable = key.Exportable,
        Enabled = key.Enabled,
        MultiRegionKeyType = conformance == Conformance.Documented ? MultiRegionTypeOf(key) : null,
        PrimaryRegion = conformance == Conformance.Documented ? key.PrimaryRegion : null,
    };

    private static string? MultiRegionTypeOf(KeyRecord key) =>
        key.PrimaryRegion is null ? null : key.IsReplica ? MultiRegionKeyType.Replica : MultiRegionKeyType.Primary;
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Replication;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>Makes and removes replicas of keys that exist.</summary>
internal sealed class Replicas(SecretVault vault, KeyMaterials materials, QuotaGuard quotas)
{
    /// <summary>Adds replicas; regions that have one already are passed over.</summary>
    /// <returns>The key, now a primary.</returns>
    public KeyRecord Add(StoreConnection connection, KeyRecord key, IReadOnlyList<string> regions)
    {
        KeyStates.RequireNotReplica(key);
        KeyStates.RequireUsable(key);
        IReadOnlyList<string> wanted = ReplicationRegions.Check(key.Scope, regions);
        if (wanted.Count == 0)
        {
            return key;
        }

        HashSet<string> existing = [.. KeyTable.Family(connection, key.Scope.AccountId, key.KeyId).Select(member => member.Scope.Region)];
        using SecretBuffer material = materials.Open(key);
        // A pair's certificate is by the authority of its region: the replica gets its own when one is asked for.
        bool isPair = key.Attributes.KeyClass == KeyClass.AsymmetricKeyPair;
        foreach (string region in wanted.Where(region => !existing.Contains(region)))
        {
            AccountScope scope = new(key.Scope.AccountId, region);
            quotas.RequireRoomForKey(connection, scope);
            KeyRecord replica = key with { Scope = scope, PrimaryRegion = key.Scope.Region, UsingDefaultRegions = null };
            replica = isPair ? replica with { Certificate = null, IssuerCertificate = null } : replica;
            KeyTable.Add(connection, replica with { MaterialSealed = vault.Seal(material.Span, replica.Identity) });
        }

        KeyTable.UpdateReplication(connection, key, key.Scope.Region, usingDefaultRegions: false);
        return key with { PrimaryRegion = key.Scope.Region, UsingDefaultRegions = false };
    }

    /// <summary>Removes replicas.</summary>
    /// <returns>The key; with its last replica gone it is a key of one region again.</returns>
    /// <exception cref="ValidationException">It has no replica in one of the regions.</exception>
    public static KeyRecord Remove(StoreConnection connection, KeyRecord key, IReadOnlyList<string> regions)
    {
        KeyStates.RequireNotReplica(key);
        KeyStates.RequireNotDestroyed(key);
        List<KeyRecord> replicas = [.. KeyTable.Family(connection, key.Scope.AccountId, key.KeyId).Where(member => member.IsReplica)];
        if (regions.FirstOrDefault(region => replicas.TrueForAll(replica => replica.Scope.Region != region)) is string missing)
        {
            throw new ValidationException(
                $"{key.Arn} has no replica in {missing}. It has replicas in: {string.Join(", ", replicas.Select(replica => replica.Scope.Region))}.");
        }

        foreach (KeyRecord replica in replicas.Where(replica => regions.Contains(replica.Scope.Region)))
        {
            AliasTable.Unassign(connection, replica);
            TagTable.Clear(connection, replica);
            KeyTable.RemoveReplica(connection, replica);
        }

        if (regions.Count == 0)
        {
            return key;
        }

        bool some = replicas.Exists(replica => !regions.Contains(replica.Scope.Region));
        string? primaryRegion = some ? key.Scope.Region : null;
        bool? usingDefaults = some ? false : null;
        KeyTable.UpdateReplication(connection, key, primaryRegion, usingDefaults);
        return key with { PrimaryRegion = primaryRegion, UsingDefaultRegions = usingDefaults };
    }
}

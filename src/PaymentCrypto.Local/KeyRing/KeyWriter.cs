using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Replication;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>Stores new keys, with their tags and replicas, in the transaction of the caller.</summary>
internal sealed class KeyWriter(SecretVault vault, QuotaGuard quotas)
{
    /// <summary>Stores a key.</summary>
    /// <param name="connection">The store, in a write transaction.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="key">The key.</param>
    /// <param name="now">The moment of the call.</param>
    /// <param name="mpaSessionArn">The approval that it waits for; null for a key that exists at once.</param>
    /// <exception cref="ServiceQuotaExceededException">The account has as many keys as it may.</exception>
    public KeyRecord Add(StoreConnection connection, AccountScope scope, NewKey key, DateTimeOffset now, string? mpaSessionArn = null)
    {
        quotas.RequireRoomForKey(connection, scope);
        (IReadOnlyList<string> regions, bool? byDefault) = ReplicationRegions.Of(connection, scope, key);
        var created = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        KeyRecord record = new()
        {
            Scope = scope,
            KeyId = key.KeyId ?? KeyArn.NewId(),
            Attributes = key.Attributes,
            CheckValue = key.CheckValue.Value,
            CheckValueAlgorithm = key.CheckValue.Method,
            Exportable = key.Exportable,
            Enabled = key.Enabled && mpaSessionArn is null,
            State = mpaSessionArn is null ? KeyState.CreateComplete : KeyState.CreateInProgress,
            Origin = key.Origin,
            Created = created,
            UsageStart = key.Enabled && mpaSessionArn is null ? created : null,
            UsageStop = key.Enabled ? null : created,
            DeriveKeyUsage = key.DeriveKeyUsage,
            PrimaryRegion = regions.Count > 0 ? scope.Region : null,
            UsingDefaultRegions = byDefault,
            MpaSessionArn = mpaSessionArn,
            PublicKey = key.PublicKey,
            Certificate = key.Certificate,
            IssuerCertificate = key.IssuerCertificate,
        };
        Write(connection, record, key);
        TagTable.Put(connection, record, key.Tags);
        foreach (string region in regions)
        {
            Replicate(connection, record, key, region);
        }

        return record;
    }

    private void Replicate(StoreConnection connection, KeyRecord primary, NewKey key, string region)
    {
        AccountScope scope = new(primary.Scope.AccountId, region);
        quotas.RequireRoomForKey(connection, scope);
        Write(connection, primary with { Scope = scope, PrimaryRegion = primary.Scope.Region, UsingDefaultRegions = null }, key);
    }

    private void Write(StoreConnection connection, KeyRecord record, NewKey key) => KeyTable.Add(
        connection,
        record with
        {
            MaterialSealed = vault.Seal(
                key.Material is null ? KeyMaterials.ProofOf(record.Certificate, record.IssuerCertificate) : key.Material.Span, record.Identity),
        });
}

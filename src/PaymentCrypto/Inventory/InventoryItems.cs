using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Inventory;

/// <summary>Makes inventory items of what a provider answers.</summary>
internal static class InventoryItems
{
    private const string Separator = "; ";

    /// <summary>A key.</summary>
    /// <param name="key">The key, with its aliases.</param>
    /// <param name="tags">Its tags; null when they are not known.</param>
    /// <param name="policy">Its policy; null when it has none.</param>
    /// <param name="certificate">The certificate of an imported public key.</param>
    /// <param name="now">The provider's time.</param>
    public static KeyInventoryItem Of(Key key, IEnumerable<Tag>? tags, string? policy, X509Certificate2? certificate, DateTimeOffset now) => new()
    {
        Kind = InventoryKind.Key,
        Name = key.Aliases is [var first, ..] ? first : key.KeyId,
        KeyArn = key.KeyArn,
        KeyId = key.KeyId,
        Aliases = Joined(key.Aliases),
        Usage = key.KeyUsage,
        Class = key.KeyClass,
        Algorithm = key.KeyAlgorithm,
        ModesOfUse = Joined(key.KeyModesOfUse),
        State = KeyText.State(key.KeyState, key.Enabled),
        Exportable = key.Exportable,
        KeyCheckValue = key.KeyCheckValue,
        KeyCheckValueAlgorithm = key.KeyCheckValueAlgorithm,
        Origin = key.KeyOrigin,
        CreateTimestamp = key.CreateTimestamp,
        AgeDays = Days(now, key.CreateTimestamp),
        LastChangeTimestamp = Latest(now, key.CreateTimestamp, key.UsageStartTimestamp, key.UsageStopTimestamp, key.DeleteTimestamp),
        DeletePendingTimestamp = key.DeletePendingTimestamp,
        ExpiryTimestamp = certificate?.NotAfter.ToUniversalTime(),
        DaysLeft = DaysLeft(certificate?.NotAfter.ToUniversalTime(), now),
        Tags = Joined(tags?.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}")),
        Policy = policy,
        MultiRegionKeyType = key.MultiRegionKeyType,
        PrimaryRegion = key.PrimaryRegion,
        ReplicaRegions = Joined(key.ReplicationStatus.Select(static replica => replica.Region).Order(StringComparer.Ordinal)),
        CertificateSubject = certificate?.Subject,
        CertificateThumbprint = certificate?.Thumbprint,
        Provider = key.Provider,
        AccountId = key.AccountId,
        Region = key.Region,
        InventoryTimestamp = now.UtcDateTime,
    };

    /// <summary>An alias that stands for no key.</summary>
    public static KeyInventoryItem Of(KeyAlias alias, DateTimeOffset now) => new()
    {
        Kind = InventoryKind.Alias,
        Name = alias.AliasName,
        Provider = alias.Provider,
        AccountId = alias.AccountId,
        Region = alias.Region,
        InventoryTimestamp = now.UtcDateTime,
    };

    /// <summary>A token.</summary>
    public static KeyInventoryItem Of(ExchangeToken token, DateTimeOffset now) => new()
    {
        Kind = InventoryKind.Token,
        Name = token.Token,
        Algorithm = token.KeyAlgorithm,
        State = DisplayText.State(token.Expired, token.Reusable),
        KeyMaterialType = token.KeyMaterialType,
        Direction = token.Direction,
        CreateTimestamp = token.CreateTimestamp,
        AgeDays = Days(now, token.CreateTimestamp),
        LastChangeTimestamp = token.CreateTimestamp,
        ExpiryTimestamp = token.ParametersValidUntilTimestamp,
        DaysLeft = DaysLeft(token.ParametersValidUntilTimestamp, now),
        Provider = token.Provider,
        AccountId = token.AccountId,
        Region = token.Region,
        InventoryTimestamp = now.UtcDateTime,
    };

    private static string? Joined(IEnumerable<string?>? parts) => parts is null ? null : string.Join(Separator, parts) is { Length: > 0 } text ? text : null;

    private static int? Days(DateTimeOffset now, DateTime? since) => since is null ? null : Math.Max(0, (int)(now.UtcDateTime - since.Value).TotalDays);

    // Whole days that are still to come: with 23 hours left there are none, and a moment after the end it is minus one.
    private static int? DaysLeft(DateTime? end, DateTimeOffset now) => end is null ? null : (int)Math.Floor((end.Value - now.UtcDateTime).TotalDays);

    private static DateTime? Latest(DateTimeOffset now, params ReadOnlySpan<DateTime?> times)
    {
        DateTime? latest = null;
        foreach (DateTime? time in times)
        {
            if (time is { } known && known <= now.UtcDateTime && (latest is null || known > latest))
            {
                latest = known;
            }
        }

        return latest;
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Replication;

/// <summary>Into which regions a new key is replicated, and the account's default list of them.</summary>
internal static class ReplicationRegions
{
    /// <summary>The regions of a new key, and whether they come from the default list (null when replication is not in play).</summary>
    /// <exception cref="ValidationException">The list names the key's own region.</exception>
    public static (IReadOnlyList<string> Regions, bool? ByDefault) Of(StoreConnection connection, AccountScope scope, NewKey key)
    {
        if (key.ReplicationRegions is { } asked)
        {
            return (Check(scope, asked), asked.Count > 0 ? false : null);
        }

        List<string> defaults = Defaults(connection, scope);
        return (defaults, defaults.Count > 0 ? true : null);
    }

    /// <summary>Refuses a list that names the caller's own region; takes out what stands twice.</summary>
    public static IReadOnlyList<string> Check(AccountScope scope, IReadOnlyList<string> regions) => regions.Contains(scope.Region)
        ? throw new ValidationException($"{scope.Region} is the region of the call and cannot hold a replica as well: name other regions.")
        : [.. regions.Distinct(StringComparer.Ordinal)];

    /// <summary>The default list of an account in a region, in the order of their names.</summary>
    public static List<string> Defaults(StoreConnection connection, AccountScope scope) => connection.All(
        "SELECT replica_region FROM default_region WHERE account_id = $account AND region = $region ORDER BY replica_region",
        row => row.GetString(0),
        ("$account", scope.AccountId),
        ("$region", scope.Region));

    /// <summary>Adds regions to the default list.</summary>
    public static void AddDefaults(StoreConnection connection, AccountScope scope, IEnumerable<string> regions)
    {
        foreach (string region in regions)
        {
            connection.Execute(
                "INSERT OR IGNORE INTO default_region (account_id, region, replica_region) VALUES ($account, $region, $replica)",
                ("$account", scope.AccountId),
                ("$region", scope.Region),
                ("$replica", region));
        }
    }

    /// <summary>Takes regions from the default list; those that are not in it are passed over.</summary>
    public static void RemoveDefaults(StoreConnection connection, AccountScope scope, IEnumerable<string> regions)
    {
        foreach (string region in regions)
        {
            connection.Execute(
                "DELETE FROM default_region WHERE account_id = $account AND region = $region AND replica_region = $replica",
                ("$account", scope.AccountId),
                ("$region", scope.Region),
                ("$replica", region));
        }
    }
}

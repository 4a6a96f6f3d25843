using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Aliases;

/// <summary>The rows of the aliases. Names are compared byte by byte: they are case-sensitive.</summary>
internal static class AliasTable
{
    /// <summary>One alias; null where there is none of that name.</summary>
    public static AliasRecord? Find(StoreConnection connection, AccountScope scope, string name) => connection.First(
        "SELECT name, key_id FROM alias WHERE account_id = $account AND region = $region AND name = $name",
        Read,
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$name", name));

    /// <summary>Aliases in the order of their names, after a name; of one key, or of all.</summary>
    public static List<AliasRecord> Page(StoreConnection connection, AccountScope scope, string? keyId, string after, int most) => keyId is null
        ? connection.All(
            "SELECT name, key_id FROM alias WHERE account_id = $account AND region = $region AND name > $after ORDER BY name LIMIT $most",
            Read,
            ("$account", scope.AccountId),
            ("$region", scope.Region),
            ("$after", after),
            ("$most", most))
        : connection.All(
            "SELECT name, key_id FROM alias WHERE account_id = $account AND region = $region AND key_id = $key AND name > $after ORDER BY name LIMIT $most",
            Read,
            ("$account", scope.AccountId),
            ("$region", scope.Region),
            ("$key", keyId),
            ("$after", after),
            ("$most", most));

    /// <summary>Adds an alias that does not exist.</summary>
    public static void Add(StoreConnection connection, AccountScope scope, AliasRecord alias) => connection.Execute(
        "INSERT INTO alias (account_id, region, name, key_id) VALUES ($account, $region, $name, $key)",
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$name", alias.Name),
        ("$key", alias.KeyId));

    /// <summary>Gives an alias another key, or none; false where there is no such alias.</summary>
    public static bool Assign(StoreConnection connection, AccountScope scope, AliasRecord alias) => connection.Execute(
        "UPDATE alias SET key_id = $key WHERE account_id = $account AND region = $region AND name = $name",
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$name", alias.Name),
        ("$key", alias.KeyId)) == 1;

    /// <summary>Takes its aliases from a key.</summary>
    public static void Unassign(StoreConnection connection, KeyRecord key) => connection.Execute(
        "UPDATE alias SET key_id = NULL WHERE account_id = $account AND region = $region AND key_id = $key",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$key", key.KeyId));

    /// <summary>Removes an alias; false where there is no such alias.</summary>
    public static bool Remove(StoreConnection connection, AccountScope scope, string name) => connection.Execute(
        "DELETE FROM alias WHERE account_id = $account AND region = $region AND name = $name",
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$name", name)) == 1;

    private static AliasRecord Read(SqliteDataReader row) => new(row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1));
}

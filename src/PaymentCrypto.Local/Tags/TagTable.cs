using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Tags;

/// <summary>The rows of the tags.</summary>
internal static class TagTable
{
    /// <summary>Adds tags to a key; a tag key that it has already gets the new value.</summary>
    public static void Put(StoreConnection connection, KeyRecord key, IEnumerable<Tag> tags)
    {
        foreach (Tag tag in tags)
        {
            connection.Execute(
                "INSERT OR REPLACE INTO tag (account_id, region, key_id, tag_key, tag_value) VALUES ($account, $region, $id, $key, $value)",
                ("$account", key.Scope.AccountId),
                ("$region", key.Scope.Region),
                ("$id", key.KeyId),
                ("$key", tag.Key),
                ("$value", tag.Value));
        }
    }

    /// <summary>How many tags a key has.</summary>
    public static long Count(StoreConnection connection, KeyRecord key) => (long)connection.Scalar(
        "SELECT count(*) FROM tag WHERE account_id = $account AND region = $region AND key_id = $id",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId))!;

    /// <summary>Tags of a key in the order of their keys, after a key.</summary>
    public static List<Tag> Page(StoreConnection connection, KeyRecord key, string after, int most) => connection.All(
        "SELECT tag_key, tag_value FROM tag WHERE account_id = $account AND region = $region AND key_id = $id AND tag_key > $after ORDER BY tag_key LIMIT "
            + "$most",
        row => new Tag { Key = row.GetString(0), Value = row.GetString(1) },
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId),
        ("$after", after),
        ("$most", most));

    /// <summary>Removes a tag, if the key has it.</summary>
    public static void Remove(StoreConnection connection, KeyRecord key, string tagKey) => connection.Execute(
        "DELETE FROM tag WHERE account_id = $account AND region = $region AND key_id = $id AND tag_key = $key",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId),
        ("$key", tagKey));

    /// <summary>Removes every tag of a key.</summary>
    public static void Clear(StoreConnection connection, KeyRecord key) => connection.Execute(
        "DELETE FROM tag WHERE account_id = $account AND region = $region AND key_id = $id",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId));
}

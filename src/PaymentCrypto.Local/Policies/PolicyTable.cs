using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Policies;

/// <summary>The rows of the resource policies: at most one a key.</summary>
internal static class PolicyTable
{
    /// <summary>The policy of a key; null where it has none.</summary>
    public static string? Find(StoreConnection connection, KeyRecord key) => (string?)connection.Scalar(
        "SELECT document FROM policy WHERE account_id = $account AND region = $region AND key_id = $id",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId));

    /// <summary>Gives a key a policy, in place of any other.</summary>
    public static void Put(StoreConnection connection, KeyRecord key, string document) => connection.Execute(
        "INSERT OR REPLACE INTO policy (account_id, region, key_id, document) VALUES ($account, $region, $id, $document)",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId),
        ("$document", document));

    /// <summary>Removes the policy of a key, if it has one.</summary>
    public static void Remove(StoreConnection connection, KeyRecord key) => connection.Execute(
        "DELETE FROM policy WHERE account_id = $account AND region = $region AND key_id = $id",
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId));
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>Describes stored keys, with what stands in other tables.</summary>
internal static class KeyReader
{
    /// <summary>The full description of a key.</summary>
    public static Key Describe(StoreConnection connection, KeyRecord key)
    {
        IEnumerable<string> replicas = key.PrimaryRegion is null || key.IsReplica
            ? []
            : KeyTable.Family(connection, key.Scope.AccountId, key.KeyId).Where(member => member.IsReplica).Select(member => member.Scope.Region);
        MpaStatus? approval = key.MpaSessionArn is null ? null : MpaSessionTable.Find(connection, key.MpaSessionArn)?.Status;
        return KeyViews.Full(key, replicas, approval);
    }
}

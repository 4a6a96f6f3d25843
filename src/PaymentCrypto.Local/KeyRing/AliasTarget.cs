using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>What an alias is to stand for.</summary>
internal static class AliasTarget
{
    /// <summary>The alias with its key, which must exist in the caller's account and region and not be destroyed.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="scope">The caller's account and region.</param>
    /// <param name="name">The alias.</param>
    /// <param name="keyArn">The key; null for none.</param>
    public static AliasRecord Of(StoreConnection connection, AccountScope scope, string name, string? keyArn)
    {
        if (keyArn is null)
        {
            return new AliasRecord(name, KeyId: null);
        }

        KeyRecord key = KeyFinder.Find(connection, scope, keyArn);
        return key.State == KeyState.DeleteComplete ? throw new ResourceNotFoundException(keyArn) : new AliasRecord(name, key.KeyId);
    }
}

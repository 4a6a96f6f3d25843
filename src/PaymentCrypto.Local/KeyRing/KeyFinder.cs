using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>Finds the key that a caller means: by key ARN, alias ARN or alias name.</summary>
internal static class KeyFinder
{
    /// <summary>The key, in whatever state it is.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="scope">The caller's account and region.</param>
    /// <param name="identifier">As the caller wrote it.</param>
    /// <exception cref="ResourceNotFoundException">There is none, it is in another account or region, or the alias has no key.</exception>
    public static KeyRecord Find(StoreConnection connection, AccountScope scope, string identifier)
    {
        string resource = identifier;
        if (KeyArn.TryParse(identifier, out AccountScope? owner, out string? rest))
        {
            if (owner != scope)
            {
                throw new ResourceNotFoundException(
                    identifier, $"'{identifier}' is in account {owner.AccountId} and region {owner.Region}; the call is made in account {scope.AccountId} "
                        + $"and region {scope.Region}.");
            }

            resource = rest;
        }

        string? keyId = resource.StartsWith("key/", StringComparison.Ordinal)
            ? resource["key/".Length..]
            : KeyIdOfAlias(connection, scope, resource, identifier);
        return KeyTable.Find(connection, scope, keyId) ?? throw new ResourceNotFoundException(identifier);
    }


    private static string KeyIdOfAlias(StoreConnection connection, AccountScope scope, string name, string identifier)
    {
        AliasRecord alias = AliasTable.Find(connection, scope, name) ?? throw new ResourceNotFoundException(identifier);
        return alias.KeyId ?? throw new ResourceNotFoundException(identifier, $"The alias '{identifier}' exists but has no key. Assign one with UpdateAlias.");
    }
}

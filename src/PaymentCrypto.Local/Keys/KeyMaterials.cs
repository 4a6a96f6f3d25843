using PaymentCrypto.Api;
using PaymentCrypto.KeyBlocks.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Keys;

/// <summary>Opens the sealed material of keys, for the operations that use it.</summary>
internal sealed class KeyMaterials(SecretVault vault)
{
    /// <summary>The material of a key.</summary>
    /// <returns>The raw key, or PKCS#8 of a pair; the caller disposes it.</returns>
    /// <exception cref="ValidationException">It is a public key only, or was destroyed.</exception>
    /// <exception cref="VaultException">The record was altered outside.</exception>
    public SecretBuffer Open(KeyRecord key) => key.MaterialSealed is null
        ? throw new ValidationException($"{key.Arn} has no secret part: it is a {key.Attributes.KeyClass} in state {key.State}.")
        : vault.Open(key.MaterialSealed, key.Identity, $"key {key.Arn}");

    /// <summary>Finds a key, checks that it may be used now, and opens it.</summary>
    public (KeyRecord Key, SecretBuffer Material) OpenUsable(StoreConnection connection, AccountScope scope, string identifier)
    {
        KeyRecord key = KeyFinder.Find(connection, scope, identifier);
        KeyStates.RequireUsable(key);
        return (key, Open(key));
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Exchange;

/// <summary>Finds the keys of the store that wrap and unwrap others, checks that they may, and opens them.</summary>
internal sealed class WrappingKeys(KeyMaterials materials)
{
    /// <summary>A key block protection key.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="identifier">As the caller wrote it.</param>
    /// <param name="unwrapping">Whether it is to unwrap (import) or to wrap (export).</param>
    /// <returns>The key, and the protection key, which the caller disposes.</returns>
    /// <exception cref="ValidationException">Its usage or modes do not allow it.</exception>
    public (KeyRecord Key, KeyBlockProtectionKey Kbpk) Open(StoreConnection connection, AccountScope scope, string identifier, bool unwrapping)
    {
        KeyRecord key = Find(connection, scope, identifier, unwrapping, KeyUsage.Tr31K0KeyEncryptionKey, KeyUsage.Tr31K1KeyBlockProtectionKey);
        using SecretBuffer material = materials.Open(key);
        return (key, ProtectionKeyOf(key.Attributes.KeyAlgorithm!, material.Span));
    }

    /// <summary>The raw key encryption key of AS 2805.</summary>
    public (KeyRecord Key, SecretBuffer Material) OpenKek(StoreConnection connection, AccountScope scope, string identifier, bool unwrapping)
    {
        KeyRecord key = Find(connection, scope, identifier, unwrapping, KeyUsage.Tr31K0KeyEncryptionKey);
        return key.Attributes.KeyAlgorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key
            ? (key, materials.Open(key))
            : throw new ValidationException($"{key.Arn} is a key of algorithm {key.Attributes.KeyAlgorithm}: AS 2805 key encryption keys are TDES.");
    }

    /// <summary>The protection key of TR-31 for a raw key.</summary>
    public static KeyBlockProtectionKey ProtectionKeyOf(string algorithm, ReadOnlySpan<byte> key) =>
        algorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key ? KeyBlockProtectionKey.FromTdes(key) : KeyBlockProtectionKey.FromAes(key);

    private static KeyRecord Find(StoreConnection connection, AccountScope scope, string identifier, bool unwrapping, params ReadOnlySpan<string> usages)
    {
        KeyRecord key = KeyFinder.Find(connection, scope, identifier);
        KeyStates.RequireUsable(key);
        Require(key, unwrapping, usages);
        return key;
    }

    /// <summary>Refuses a key that may not wrap or unwrap others.</summary>
    /// <exception cref="ValidationException">Its usage or modes do not allow it.</exception>
    public static void Require(KeyRecord key, bool unwrapping, params ReadOnlySpan<string> usages)
    {
        if (!usages.Contains(key.Attributes.KeyUsage!))
        {
            throw new ValidationException(
                $"{key.Arn} has usage {key.Attributes.KeyUsage} and cannot wrap keys: {string.Join(" or ", usages.ToArray())} is needed.");
        }

        KeyModesOfUse modes = key.Attributes.KeyModesOfUse!;
        if (!modes.NoRestrictions && !(unwrapping ? modes.Unwrap : modes.Wrap))
        {
            throw new ValidationException(
                $"{key.Arn} may not {(unwrapping ? "unwrap" : "wrap")} keys: its modes of use do not include {(unwrapping ? "Unwrap" : "Wrap")}.");
        }
    }
}

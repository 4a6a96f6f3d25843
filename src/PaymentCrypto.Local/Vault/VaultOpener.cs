using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>Comes by the master key of an existing store and opens its data key.</summary>
internal static class VaultOpener
{
    /// <summary>Opens the vault of a store.</summary>
    /// <exception cref="VaultException">Key file or passphrase are missing, wrong, or not what protects this store.</exception>
    public static SecretVault Open(StoreDatabase database, StoreLocation location, SecureString? passphrase) =>
        Open(() => database.Read(VaultRecord.Read) ?? throw StoreErrors.Corrupt(database.Name), location, passphrase);

    /// <summary>Opens the vault of a store.</summary>
    /// <param name="read">Reads the vault's row as it is now.</param>
    /// <param name="location">Where the key file is.</param>
    /// <param name="passphrase">The passphrase, or null.</param>
    /// <exception cref="VaultException">Key file or passphrase are missing, wrong, or not what protects this store.</exception>
    public static SecretVault Open(Func<VaultRecord> read, StoreLocation location, SecureString? passphrase)
    {
        SecretVault vault = Open(read, location, passphrase, out SecretBuffer masterKey);
        masterKey.Dispose();
        return vault;
    }

    /// <summary>Opens the vault of a store and keeps what opened it: a moment later the key file may be another one's, or gone.</summary>
    /// <param name="read">Reads the vault's row as it is now.</param>
    /// <param name="location">Where the key file is.</param>
    /// <param name="passphrase">The passphrase, or null.</param>
    /// <param name="masterKey">The master key; the caller's to dispose of.</param>
    /// <exception cref="VaultException">Key file or passphrase are missing, wrong, or not what protects this store.</exception>
    public static SecretVault Open(Func<VaultRecord> read, StoreLocation location, SecureString? passphrase, out SecretBuffer masterKey)
    {
        VaultRecord record = read();
        while (true)
        {
            SecretBuffer? held = null;
            try
            {
                held = MasterKeyOf(record, location, passphrase);
                SecretVault vault = Unwrap(record, held, location);
                masterKey = held;
                return vault;
            }
            // Between the two looks, at the row and at the key file, another process has changed the master key. However often: each time it is because
            // somebody got on, and a change writes far more than this reads.
            catch (VaultException) when (read() is var current && current.MasterKeyId != record.MasterKeyId)
            {
                held?.Dispose();
                record = current;
            }
            catch
            {
                held?.Dispose();
                throw;
            }
        }
    }

    /// <summary>The vault that a master key opens; null when it is not the one.</summary>
    public static SecretVault? TryUnwrap(VaultRecord record, SecretBuffer masterKey)
    {
        using AesGcm cipher = SealedEnvelope.Cipher(masterKey.Span);
        SecretBuffer? dataKey = SealedEnvelope.TryOpen(
            cipher, record.DataKeySealed, VaultRecord.DataKeyIdentity(record.StoreId, record.MasterKeyId).Encoded);
        return dataKey is null ? null : new SecretVault(dataKey, record.StoreId, record.MasterKeyId);
    }

    private static SecretBuffer MasterKeyOf(VaultRecord record, StoreLocation location, SecureString? passphrase)
    {
        switch (record.Protection)
        {
            case VaultProtection.KeyFile when passphrase is not null:
                throw new VaultException(
                    VaultFailure.PassphraseUnexpected,
                    $"The store in '{location.Directory}' is protected by its key file, not by a passphrase. Open it without one; a passphrase can be set "
                        + "by changing its master key.");

            case VaultProtection.KeyFile:
                string path = location.KeyFilePath(record.MasterKeyId);
                return MasterKeyFiles.TryRead(location, record.MasterKeyId) ?? throw new VaultException(
                    VaultFailure.KeyFileMissing,
                    $"The store in '{location.Directory}' is protected by the key file '{path}', which is not there. Put it back: without it the store's "
                        + "keys cannot be read by anybody.");

            case VaultProtection.Passphrase when passphrase is null:
                throw new VaultException(
                    VaultFailure.PassphraseRequired,
                    $"The store in '{location.Directory}' is protected by a passphrase, and none was given.");

            case VaultProtection.Passphrase when record.Argon2 is { } parameters && parameters.AreSane():
                return PassphraseKdf.Derive(passphrase, parameters);

            default:
                throw StoreErrors.Corrupt(location.DatabasePath);
        }
    }

    private static SecretVault Unwrap(VaultRecord record, SecretBuffer masterKey, StoreLocation location)
    {
        if (TryUnwrap(record, masterKey) is { } vault)
        {
            return vault;
        }

        throw record.Protection == VaultProtection.Passphrase
            ? new VaultException(VaultFailure.PassphraseWrong, $"The passphrase does not open the store in '{location.Directory}'.")
            : new VaultException(
                VaultFailure.KeyFileWrong,
                $"The key file '{location.KeyFilePath(record.MasterKeyId)}' does not open the store in '{location.Directory}': one of the two was replaced "
                    + "or damaged. Put back the pair that belongs together.");
    }
}

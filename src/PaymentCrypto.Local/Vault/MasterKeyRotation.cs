using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// Replaces a store's master key. At every moment the vault's row names a master key that exists: the new key file is on the disk
/// before the row changes, and the old one is removed after. Processes that have the store open keep working.
/// </summary>
internal sealed class MasterKeyRotation
{
    private readonly LocalStore _store;
    private readonly TimeSpan _busyTimeout;

    /// <summary>Prepares rotation of one store.</summary>
    public MasterKeyRotation(LocalStore store, TimeSpan busyTimeout)
    {
        _store = store;
        _busyTimeout = busyTimeout;
    }

    /// <summary>Makes a new master key and seals the data key under it.</summary>
    /// <param name="passphrase">The new passphrase, or null for a key file.</param>
    /// <param name="now">The moment of the change.</param>
    /// <returns>The new row of the vault.</returns>
    public VaultRecord Rotate(SecureString? passphrase, DateTimeOffset now)
    {
        if (_store.Location is not { } location)
        {
            if (passphrase is not null)
            {
                throw new InvalidConfigurationException("PcVaultInMemory", "A store in memory cannot be given a passphrase: it is gone when the session ends.");
            }

            using MasterKey key = MasterKey.Random(VaultProtection.Memory);
            return Replace(key, now).Current;
        }

        using IDisposable held = StoreLock.Take(location, _busyTimeout, TimeProvider.System);
        using MasterKey masterKey = passphrase is null ? MasterKey.Random(VaultProtection.KeyFile) : MasterKey.FromPassphrase(passphrase);
        string newFile = location.KeyFilePath(masterKey.Id);
        try
        {
            if (passphrase is null)
            {
                MasterKeyFile.Write(newFile, masterKey.Bytes);
            }

            (VaultRecord former, VaultRecord current) = Replace(masterKey, now);
            File.Delete(location.KeyFilePath(former.MasterKeyId));
            return current;
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(e, newFile);
        }
    }

    private (VaultRecord Former, VaultRecord Current) Replace(MasterKey masterKey, DateTimeOffset now) => _store.Database.Write(connection =>
    {
        VaultRecord former = VaultRecord.Read(connection) ?? throw StoreErrors.Corrupt(_store.Database.Name);
        VaultRecord current = masterKey.Seal(_store.Vault.DataKey, former.StoreId, now);
        current.Write(connection);
        return (former, current);
    });
}

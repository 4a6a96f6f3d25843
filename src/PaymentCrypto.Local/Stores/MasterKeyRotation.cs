using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Stores;

/// <summary>
/// Replaces a store's master key and data key, and seals every secret anew, in one transaction: a process that is killed at any moment
/// leaves the store as it was or as it was to be. At every moment the vault's row names a master key that exists: the new one is on
/// the disk before the row changes, and the old one is removed after. Processes that have the store open take over the new data key.
/// </summary>
/// <remarks>
/// A new master key over the old data key would revoke nothing: whoever has an old copy of store and key file has the data key.
/// </remarks>
internal sealed class MasterKeyRotation(LocalStore store, TimeSpan busyTimeout)
{
    /// <summary>Makes a new master key and a new data key, and seals every secret under it.</summary>
    /// <param name="passphrase">The new passphrase, or null for a key file.</param>
    /// <param name="now">The moment of the change.</param>
    /// <param name="progress">Told how many secrets are done.</param>
    /// <param name="cancel">Observed until the change takes effect.</param>
    /// <returns>The new row of the vault.</returns>
    public VaultRecord Rotate(SecureString? passphrase, DateTimeOffset now, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        if (store.Location is not { } location)
        {
            if (passphrase is not null)
            {
                throw new InvalidConfigurationException("PcVaultInMemory", "A store in memory cannot be given a passphrase: it is gone when the session ends.");
            }

            using var key = MasterKey.Random(VaultProtection.Memory);
            return Replace(key, passphrase, now, beforehand: null, progress, cancel);
        }

        using IDisposable held = StoreLock.Take(location, busyTimeout, TimeProvider.System);
        using MasterKey masterKey = passphrase is null ? MasterKey.Random(VaultProtection.KeyFile) : MasterKey.FromPassphrase(passphrase);
        string? pending = null;
        try
        {
            VaultRecord current = Replace(
                masterKey,
                passphrase,
                now,
                former =>
                {
                    if (pending is not null)
                    {
                        // The transaction is tried once more: see StoreDatabase.Write.
                        return;
                    }

                    MasterKeyFiles.Finish(location, former.MasterKeyId);
                    MasterKeyFiles.Sweep(location, former.MasterKeyId);
                    if (passphrase is null)
                    {
                        pending = MasterKeyFiles.PendingPath(location, masterKey.Id, former.MasterKeyId);
                        MasterKeyFile.Write(pending, masterKey.Bytes);
                    }
                },
                progress,
                cancel);
            MasterKeyFiles.TryFinish(location, current.MasterKeyId);
            return current;
        }
        catch (Exception e)
        {
            if (pending is not null)
            {
                DeleteUnlessInUse(location, pending, masterKey.Id);
            }

            if (e is IOException or UnauthorizedAccessException)
            {
                throw StoreErrors.Translate((SystemException)e, pending ?? location.Directory);
            }

            throw;
        }
    }

    private VaultRecord Replace(
        MasterKey masterKey, SecureString? passphrase, DateTimeOffset now, Action<VaultRecord>? beforehand, IProgress<StoreCareProgress>? progress,
        CancellationToken cancel)
    {
        VaultKeeper keeper = store.Keeper;
        bool held = false;
        SecretVault? next = null;
        try
        {
            (VaultRecord former, VaultRecord current) = store.Database.Write(connection =>
            {
                VaultRecord former = VaultRecord.Read(connection) ?? throw StoreErrors.Corrupt(store.Database.Name);
                beforehand?.Invoke(former);
                next?.Dispose();
                next = new SecretVault(SealedEnvelope.NewKey(), former.StoreId, masterKey.Id);
                Resealing.Run(connection, keeper.Vault, next, progress, cancel);
                VaultRecord current = masterKey.Seal(next.DataKeyBytes, former.StoreId, now);
                current.Write(connection);
                if (!held)
                {
                    // Threads of this engine that read what is committed from here on wait until it can open that, too.
                    Monitor.Enter(keeper.Gate, ref held);
                }

                return (former, current);
            });
            keeper.TakeOver(next!, passphrase);
            next = null;
            if (store.Location is { } location && current.Protection != VaultProtection.KeyFile)
            {
                MasterKeyFiles.TryDelete(location.KeyFilePath(former.MasterKeyId));
            }

            // What was sealed under the former key is not to be found in the log either.
            store.Database.TryEmptyLog();
            return current;
        }
        finally
        {
            if (held)
            {
                Monitor.Exit(keeper.Gate);
            }

            next?.Dispose();
        }
    }

    // An error that came after the change took effect must not cost the only key of the store.
    private void DeleteUnlessInUse(StoreLocation location, string pending, string masterKeyId)
    {
        try
        {
            if (store.Database.Read(VaultRecord.Read)?.MasterKeyId != masterKeyId)
            {
                MasterKeyFiles.TryDelete(pending);
            }
        }
        catch (StoreException)
        {
            // It is swept up by the next change.
        }
    }
}

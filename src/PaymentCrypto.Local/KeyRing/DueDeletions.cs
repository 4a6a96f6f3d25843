using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Policies;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>
/// Destroys keys whose waiting period is over. Every engine looks before every operation, so that whichever process comes first does
/// it and nobody ever sees a key that should be gone.
/// </summary>
internal sealed class DueDeletions(StoreDatabase database, OpenedRsaKeys privateKeys, OpenedKeys keys)
{
    private volatile Outlook? _outlook;
    private volatile bool _isInLog;
    private int _isTried;

    /// <summary>Carries out what is due. Costs one index look-up after a write by anybody, and a comparison otherwise.</summary>
    public void CarryOut(DateTimeOffset now)
    {
        if (Next() <= now)
        {
            database.Write(connection => Destroy(connection, now));
            // What was destroyed must not live on in memory or in the log.
            privateKeys.Forget();
            keys.Forget();
            _isInLog = true;
        }

        if (_isInLog)
        {
            // A full disk is no reason to refuse a call that comes after the deletion, and would say that nothing was written: the next one tries again.
            _isInLog = !database.TryEmptyLog();
        }
    }

    /// <summary>
    /// Carries out what is due, unless somebody is at it or the store cannot be written now: a call of the data plane has no need to write, and refuses a key
    /// whose time has come as one that waits for it.
    /// </summary>
    public void TryCarryOut(DateTimeOffset now)
    {
        if ((Next() <= now || _isInLog) && Interlocked.Exchange(ref _isTried, 1) == 0)
        {
            try
            {
                CarryOut(now);
            }
            catch (Exception failure) when (failure is StoreException or VaultException)
            {
                // The next call tries again, or is told if it is one that writes.
            }
            finally
            {
                Volatile.Write(ref _isTried, 0);
            }
        }
    }

    // What is due next is another moment only after a write, of this process or of another one.
    private DateTimeOffset? Next()
    {
        long version = database.Version();
        Outlook? known = _outlook;
        if (known?.Version != version)
        {
            _outlook = known = new Outlook(version, database.Read(KeyTable.NextDeletion));
        }

        return known.Next;
    }

    private static void Destroy(StoreConnection connection, DateTimeOffset now)
    {
        foreach (KeyRecord key in KeyTable.Due(connection, now))
        {
            // The documentation has two versions of what becomes of aliases; we take that of the alias page.
            AliasTable.Unassign(connection, key);
            TagTable.Clear(connection, key);
            PolicyTable.Remove(connection, key);
            KeyTable.Destroy(connection, key, now);
        }
    }

    /// <summary>What is due next.</summary>
    /// <param name="Version">Of the store when it was looked up.</param>
    /// <param name="Next">The moment; null where no key waits for its deletion.</param>
    private sealed record Outlook(long Version, DateTimeOffset? Next);
}

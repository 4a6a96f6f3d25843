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
    private volatile bool _isInLog;

    /// <summary>Carries out what is due. Costs one index look-up when nothing is.</summary>
    public void CarryOut(DateTimeOffset now)
    {
        if (database.Read(connection => KeyTable.AnyIsDue(connection, now)))
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
}

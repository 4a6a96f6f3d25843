using System.Collections.Concurrent;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>
/// The keys that the data plane has used, kept open. A key that is here already costs no read of the store, and yet a key that somebody
/// disabled, destroyed or gave another alias, in this process or another, is refused or replaced at the next call: what was read holds only
/// as long as the store's version is the same. Safe for use from several threads.
/// </summary>
internal sealed class OpenedKeys(StoreDatabase database, KeyMaterials materials) : IDisposable
{
    // Of clear key material in memory there is only as much as is in use; a store that uses more keys than this opens them again.
    private const int Most = 4096;

    private readonly ConcurrentDictionary<(AccountScope Scope, string Identifier), Entry> _entries = new();

    /// <summary>The store's version. To be asked for before anything is read: what changes while it is read makes the entry old at once.</summary>
    public long Version() => database.Version();

    /// <summary>Finds a key, makes sure that it may be used now, and lends it open.</summary>
    /// <param name="scope">The caller's account and region.</param>
    /// <param name="identifier">A key ARN, an alias ARN or an alias, as the caller wrote it.</param>
    /// <param name="version">The <see cref="Version"/> at the beginning of the call.</param>
    /// <returns>The key; the caller disposes it, which gives it back.</returns>
    /// <exception cref="ResourceNotFoundException">There is no such key, or the alias has none.</exception>
    /// <exception cref="ValidationException">The key is disabled, being deleted or not yet approved.</exception>
    /// <exception cref="VaultException">The record was altered outside.</exception>
    public OpenedKey Lend(AccountScope scope, string identifier, long version)
    {
        if (_entries.TryGetValue((scope, identifier), out Entry? entry) && entry.Version == version && entry.Key.TryLend())
        {
            return entry.Key;
        }

        return Open(scope, identifier, version);
    }

    /// <summary>Gives up every key: after something was destroyed, nothing of it may live on here.</summary>
    public void Forget()
    {
        foreach ((AccountScope, string) name in _entries.Keys)
        {
            if (_entries.TryRemove(name, out Entry? entry))
            {
                entry.Key.Dispose();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private OpenedKey Open(AccountScope scope, string identifier, long version)
    {
        KeyRecord record = database.ReadConsistently(connection => KeyFinder.Find(connection, scope, identifier));
        KeyStates.RequireUsable(record);
        if (_entries.TryGetValue((scope, identifier), out Entry? old) && IsSame(old.Key.Record, record) && old.Key.TryLend())
        {
            // Somebody wrote something else: the key is still the one that is open.
            _entries.TryUpdate((scope, identifier), new Entry(old.Key, version), old);
            return old.Key;
        }

        SecretBuffer? material = record.Attributes.KeyClass == KeyClass.SymmetricKey ? materials.Open(record) : null;
        OpenedKey opened = new(record, material);
        opened.TryLend();
        Keep((scope, identifier), new Entry(opened, version));
        return opened;
    }

    private void Keep((AccountScope Scope, string Identifier) name, Entry entry)
    {
        if (_entries.Count >= Most)
        {
            Forget();
        }

        while (!_entries.TryAdd(name, entry))
        {
            if (_entries.TryGetValue(name, out Entry? old) && _entries.TryUpdate(name, entry, old))
            {
                old.Key.Dispose();
                return;
            }
        }
    }

    // The envelope authenticates everything of the record that may never change; the rest does not matter once the key is open.
    private static bool IsSame(KeyRecord one, KeyRecord other) =>
        one.Sequence == other.Sequence
        && one.MaterialSealed.AsSpan().SequenceEqual(other.MaterialSealed)
        && one.Identity.Encoded.SequenceEqual(other.Identity.Encoded);

    private sealed record Entry(OpenedKey Key, long Version);
}

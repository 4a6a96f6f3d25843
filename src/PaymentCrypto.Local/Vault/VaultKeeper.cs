using System.Security;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// Keeps the vault of an open store up to date with the store: whoever has it open learns at the next write, or at the first secret that
/// does not open, that another process has changed the master key and with it the data key.
/// </summary>
/// <remarks>
/// Every write transaction begins with <see cref="KeepUp(StoreConnection)"/>. It holds the only write lock, so what is sealed in it is sealed
/// under the store's data key: no record can slip in under a key that a change of the master key has just replaced.
/// </remarks>
internal sealed class VaultKeeper : IDisposable
{
    private readonly StoreLocation? _location;
    private SecureString? _passphrase;

    /// <summary>Looks after a vault.</summary>
    /// <param name="vault">The vault.</param>
    /// <param name="location">Where its store is; null in memory.</param>
    /// <param name="passphrase">What opened it; copied.</param>
    public VaultKeeper(SecretVault vault, StoreLocation? location, SecureString? passphrase)
    {
        Vault = vault;
        _location = location;
        _passphrase = passphrase?.Copy();
    }

    /// <summary>The vault.</summary>
    public SecretVault Vault { get; }

    /// <summary>
    /// Held while the vault and what opens it change. Taken after the store's write lock, never before it, so that nobody waits for
    /// somebody who waits for him.
    /// </summary>
    public object Gate { get; } = new();

    /// <summary>Opens the data key that the store has now, unless the vault has it.</summary>
    /// <exception cref="Api.VaultException">What opened the store opens it no longer.</exception>
    public void KeepUp(StoreConnection connection)
    {
        if (_location is null || MasterKeyIdOf(connection) == Vault.MasterKeyId)
        {
            return;
        }

        lock (Gate)
        {
            if (MasterKeyIdOf(connection) == Vault.MasterKeyId)
            {
                return;
            }

            VaultRecord Read() => VaultRecord.Read(connection) ?? throw StoreErrors.Corrupt(_location.DatabasePath);
            Vault.TakeOver(VaultOpener.Open(Read, _location, _passphrase));
        }
    }

    /// <summary>Takes over the data key of a change that was made here. The caller holds <see cref="Gate"/>.</summary>
    public void TakeOver(SecretVault current, SecureString? passphrase)
    {
        Vault.TakeOver(current);
        _passphrase?.Dispose();
        _passphrase = passphrase?.Copy();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Vault.Dispose();
        _passphrase?.Dispose();
    }

    private static string? MasterKeyIdOf(StoreConnection connection) => connection.Scalar("SELECT master_key_id FROM vault WHERE id = 1") as string;
}

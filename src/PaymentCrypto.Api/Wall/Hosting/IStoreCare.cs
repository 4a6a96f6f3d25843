using System.Security;

namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// Looks after the local engine's store from outside: checks it, backs it up and restores it, without an engine. The one
/// implementation lives behind the module's dependency wall and is found by name, with a public parameterless constructor.
/// </summary>
/// <remarks>Of the options only the directory, the passphrase, the busy timeout and the clock count. Safe for use from several threads.</remarks>
public interface IStoreCare
{
    /// <summary>Examines a store, also one that does not open, and changes nothing about it.</summary>
    /// <param name="options">Where the store is and what opens it.</param>
    /// <param name="quick">Leave out what grows with the store: SQLite's full check and opening every sealed secret.</param>
    /// <param name="progress">Told how far it has got, on any thread.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>What was found. A store that cannot be used is a finding, not an exception.</returns>
    /// <exception cref="InvalidConfigurationException">The options name no directory, or a store in memory.</exception>
    StoreReport Check(LocalEngineOptions options, bool quick, IProgress<StoreCareProgress>? progress, CancellationToken cancel);

    /// <summary>Examines a backup without restoring it: its seal, the database in it and every sealed secret.</summary>
    /// <param name="options">Where a key file is looked for that the backup needs.</param>
    /// <param name="file">The backup.</param>
    /// <param name="passphrase">The backup's passphrase; null when it has none.</param>
    /// <param name="keyFile">The key file; null to look in the backup and beside the store.</param>
    /// <param name="progress">Told how far it has got, on any thread.</param>
    /// <param name="cancel">Stops it.</param>
    StoreReport CheckBackup(
        LocalEngineOptions options, string file, SecureString? passphrase, string? keyFile, IProgress<StoreCareProgress>? progress, CancellationToken cancel);

    /// <summary>Writes a consistent copy of a store to one file, while other processes may use it.</summary>
    /// <param name="options">Where the store is and what opens it.</param>
    /// <param name="request">Where the backup goes and what protects it.</param>
    /// <param name="progress">Told how far it has got, on any thread.</param>
    /// <param name="cancel">Stops it; then there is no file.</param>
    /// <exception cref="StoreException">The store is not there or cannot be read, or the file cannot be written.</exception>
    /// <exception cref="VaultException">The vault does not open, or a secret in it is damaged: a backup that could not be restored is not made.</exception>
    StoreBackupResult Backup(LocalEngineOptions options, StoreBackupRequest request, IProgress<StoreCareProgress>? progress, CancellationToken cancel);

    /// <summary>Puts a backup in place as a store: whole or not at all, and only after it has been verified.</summary>
    /// <param name="options">Where the store is to be.</param>
    /// <param name="request">The backup and what opens it.</param>
    /// <param name="progress">Told how far it has got, on any thread.</param>
    /// <param name="cancel">Stops it before anything is put in place.</param>
    /// <exception cref="StoreException">The backup was altered, or there is a store that must not be replaced or that is in use.</exception>
    /// <exception cref="VaultException">The backup does not open with what was given.</exception>
    StoreRestoreResult Restore(LocalEngineOptions options, StoreRestoreRequest request, IProgress<StoreCareProgress>? progress, CancellationToken cancel);
}

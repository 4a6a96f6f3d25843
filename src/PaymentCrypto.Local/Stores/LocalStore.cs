using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Stores;

/// <summary>An open store: its database, its vault, and where it is.</summary>
internal sealed class LocalStore : IDisposable
{
    private LocalStore(StoreLocation? location, StoreDatabase database, VaultKeeper keeper, IReadOnlyList<string> warnings)
    {
        Location = location;
        Database = database;
        Keeper = keeper;
        database.BeforeWrite = keeper.KeepUp;
        Warnings = warnings;
    }

    /// <summary>Where the store is; null when it lives in memory.</summary>
    public StoreLocation? Location { get; }

    /// <summary>The database.</summary>
    public StoreDatabase Database { get; }

    /// <summary>The vault.</summary>
    public SecretVault Vault => Keeper.Vault;

    /// <summary>Keeps the vault up to date with what other processes do to the store.</summary>
    public VaultKeeper Keeper { get; }

    /// <summary>What is not as it should be about the files.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Opens the store that the options name, and makes it first where there is none.</summary>
    public static LocalStore Open(LocalEngineOptions options)
    {
        if (options.InMemory)
        {
            return OpenMemory(options.TimeProvider.GetUtcNow());
        }

        var location = StoreLocation.Resolve(options.Directory);
        try
        {
            return OpenDirectory(location, options);
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(e, location.Directory);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Database.Dispose();
        Keeper.Dispose();
    }

    private static LocalStore OpenMemory(DateTimeOffset now)
    {
        var database = StoreDatabase.OpenMemory();
        var vault = SecretVault.InMemory();
        database.Write(VaultRecord.InMemory(vault, now).Write);
        return new LocalStore(location: null, database, new VaultKeeper(vault, location: null, passphrase: null), warnings: []);
    }

    private static LocalStore OpenDirectory(StoreLocation location, LocalEngineOptions options)
    {
        PrivateFiles.CreateDirectory(location.Directory);
        Prepare(location, options);
        var database = StoreDatabase.OpenFile(location.DatabasePath, options.BusyTimeout);
        try
        {
            SecretVault vault = VaultOpener.Open(database, location, options.Passphrase);
            MasterKeyFiles.TryFinish(location, vault.MasterKeyId);
            RemoveStaleJournal(location, database);
            return new LocalStore(location, database, new VaultKeeper(vault, location, options.Passphrase), WarningsOf(location));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    // A restore that was killed before its journal counted leaves it behind, and SQLite takes no notice of it. Nobody can be writing one now: whoever
    // does has the store to himself, and this connection has it open with its write-ahead log.
    private static void RemoveStaleJournal(StoreLocation location, StoreDatabase database)
    {
        string journal = location.DatabasePath + "-journal";
        if (File.Exists(journal))
        {
            database.Read(connection =>
            {
                if (connection.Scalar("PRAGMA journal_mode") is "wal")
                {
                    MasterKeyFiles.TryDelete(journal);
                }

                return true;
            });
        }
    }

    private static void Prepare(StoreLocation location, LocalEngineOptions options)
    {
        if (PrivateFiles.Exists(location.DatabasePath) && StoreHeader.Read(location.DatabasePath).Version == StoreSchema.CurrentVersion)
        {
            return;
        }

        using IDisposable held = StoreLock.Take(location, options.BusyTimeout, TimeProvider.System);
        if (!PrivateFiles.Exists(location.DatabasePath))
        {
            Create(location, options.Passphrase, options.TimeProvider.GetUtcNow());
        }
        else if (StoreHeader.Read(location.DatabasePath) is var header && header.Version < StoreSchema.CurrentVersion)
        {
            StoreMigrator.Migrate(location.DatabasePath, header.Version);
        }
    }

    // The store is made whole under another name and then renamed, so that there is never half a store.
    private static void Create(StoreLocation location, SecureString? passphrase, DateTimeOffset now)
    {
        using MasterKey masterKey = passphrase is null ? MasterKey.Random(VaultProtection.KeyFile) : MasterKey.FromPassphrase(passphrase);
        using SecretBuffer dataKey = SealedEnvelope.NewKey();
        VaultRecord record = masterKey.Seal(dataKey.Span, NewStoreId(), now);
        string unfinished = location.DatabasePath + ".new";
        string? keyFile = passphrase is null ? location.KeyFilePath(masterKey.Id) : null;
        try
        {
            DeleteDatabase(unfinished);
            PrivateFiles.CreateEmpty(unfinished);
            StoreMigrator.Create(unfinished, record.Write);
            if (keyFile is not null)
            {
                MasterKeyFile.Write(keyFile, masterKey.Bytes);
            }

            PrivateFiles.RenameDurably(unfinished, location.DatabasePath);
        }
        catch
        {
            DeleteDatabase(unfinished);
            if (keyFile is not null)
            {
                File.Delete(keyFile);
            }

            throw;
        }
    }

    private static void DeleteDatabase(string path)
    {
        File.Delete(path);
        File.Delete(path + "-journal");
    }

    private static List<string> WarningsOf(StoreLocation location) =>
        [.. Directory.EnumerateFiles(location.Directory, MasterKeyFiles.Pattern)
            .Append(location.DatabasePath)
            .Prepend(location.Directory)
            .Select(PrivateFiles.PermissionWarning)
            .OfType<string>()];

    private static string NewStoreId() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}

using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local;

/// <summary>An open store: its database, its vault, and where it is.</summary>
internal sealed class LocalStore : IDisposable
{
    private LocalStore(StoreLocation? location, StoreDatabase database, SecretVault vault, IReadOnlyList<string> warnings)
    {
        Location = location;
        Database = database;
        Vault = vault;
        Warnings = warnings;
    }

    /// <summary>Where the store is; null when it lives in memory.</summary>
    public StoreLocation? Location { get; }

    /// <summary>The database.</summary>
    public StoreDatabase Database { get; }

    /// <summary>The vault.</summary>
    public SecretVault Vault { get; }

    /// <summary>What is not as it should be about the files.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Opens the store that the options name, and makes it first where there is none.</summary>
    public static LocalStore Open(LocalEngineOptions options)
    {
        if (options.InMemory)
        {
            return OpenMemory(options.TimeProvider.GetUtcNow());
        }

        StoreLocation location = StoreLocation.Resolve(options.Directory);
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
        Vault.Dispose();
    }

    private static LocalStore OpenMemory(DateTimeOffset now)
    {
        StoreDatabase database = StoreDatabase.OpenMemory();
        using MasterKey masterKey = MasterKey.Random(VaultProtection.Memory);
        SecretBuffer dataKey = NewDataKey();
        string storeId = NewStoreId();
        VaultRecord record = masterKey.Seal(dataKey.Span, storeId, now);
        database.Write(record.Write);
        return new LocalStore(location: null, database, new SecretVault(dataKey, storeId), warnings: []);
    }

    private static LocalStore OpenDirectory(StoreLocation location, LocalEngineOptions options)
    {
        PrivateFiles.CreateDirectory(location.Directory);
        Prepare(location, options);
        StoreDatabase database = StoreDatabase.OpenFile(location.DatabasePath, options.BusyTimeout);
        try
        {
            SecretVault vault = VaultOpener.Open(database, location, options.Passphrase);
            return new LocalStore(location, database, vault, WarningsOf(location));
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void Prepare(StoreLocation location, LocalEngineOptions options)
    {
        if (File.Exists(location.DatabasePath) && StoreHeader.Read(location.DatabasePath).Version == StoreSchema.CurrentVersion)
        {
            return;
        }

        using IDisposable held = StoreLock.Take(location, options.BusyTimeout, TimeProvider.System);
        if (!File.Exists(location.DatabasePath))
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
        using SecretBuffer dataKey = NewDataKey();
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
        [.. Directory.EnumerateFiles(location.Directory, "master-*.key")
            .Append(location.DatabasePath)
            .Prepend(location.Directory)
            .Select(PrivateFiles.PermissionWarning)
            .OfType<string>()];

    private static SecretBuffer NewDataKey()
    {
        SecretBuffer key = new(SealedEnvelope.KeyLength);
        RandomNumberGenerator.Fill(key.Span);
        return key;
    }

    private static string NewStoreId() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}

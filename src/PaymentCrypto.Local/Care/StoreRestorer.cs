using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;
using SQLitePCL;

namespace PaymentCrypto.Local.Care;

/// <summary>
/// Restores one backup. It is verified whole before anything is put in place. A new store appears by a rename; an existing one is
/// replaced inside its own file, in one SQLite transaction, so that no other process can ever mix the log of one with the pages of the other.
/// </summary>
internal sealed class StoreRestorer(StoreLocation location, LocalEngineOptions options, StoreRestoreRequest request, IProgress<StoreCareProgress>? progress,
    CancellationToken cancel)
{
    /// <summary>What the image is called while it is being verified.</summary>
    public const string UnfinishedSuffix = ".restoring";

    /// <summary>What a damaged store is called that had to make room.</summary>
    public const string DamagedSuffix = ".damaged-";

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(20);

    private readonly string _file = Path.GetFullPath(request.File);

    private string Image => location.DatabasePath + UnfinishedSuffix;

    /// <summary>Restores it.</summary>
    public StoreRestoreResult Run()
    {
        if (!PrivateFiles.Exists(_file))
        {
            throw new StoreException(StoreFailure.BackupMissing, $"There is no backup '{_file}'. Check the path.");
        }

        RequireRoom();
        using FileStream backup = new(_file, FileMode.Open, FileAccess.Read, FileShare.Read);
        (BackupHeader header, byte[] raw) = BackupFile.ReadHeader(backup);
        (SecretVault vault, SecretBuffer? masterKey) = BackupKeys.Open(header, _file, location, request.Passphrase, request.KeyFile);
        using (vault)
        using (masterKey)
        {
            PrivateFiles.CreateDirectory(location.Directory);
            using IDisposable held = StoreLock.Take(location, options.BusyTimeout, TimeProvider.System);
            RequireRoom();
            try
            {
                StoreContents contents = Extract(backup, header, raw, vault);
                return PutInPlace(header, contents, masterKey);
            }
            finally
            {
                // The end is known by now, whatever stands in the way of tidying up; what stays is found by a check and goes with the next restore.
                TryRemove(Image);
            }
        }
    }

    private StoreContents Extract(FileStream backup, BackupHeader header, byte[] raw, SecretVault vault)
    {
        Remove(Image);
        using (FileStream image = PrivateFiles.Create(Image))
        {
            BackupFile.Extract(backup, header, raw, vault, image, progress, cancel);
            image.Flush(flushToDisk: true);
        }

        using var store = StoreInspection.Open(Image, TimeSpan.Zero);
        if (store.Vault() is not { } record || record.MasterKeyId != header.MasterKeyId || !record.DataKeySealed.AsSpan().SequenceEqual(header.DataKeySealed))
        {
            throw BackupFile.Invalid(_file, "its header belongs to another store");
        }

        return StoreVerification.Run(store, vault, _file, options.TimeProvider.GetUtcNow(), progress, cancel).Contents;
    }

    private StoreRestoreResult PutInPlace(BackupHeader header, StoreContents contents, SecretBuffer? masterKey)
    {
        // From here on nobody is asked any more whether to go on.
        cancel.ThrowIfCancellationRequested();
        WriteKeyFile(header, masterKey);
        bool replaced = PrivateFiles.Exists(location.DatabasePath);
        string? damaged = null;
        if (!replaced || !Replace())
        {
            damaged = replaced ? SetAside() : null;
            foreach (string suffix in StoreFiles.SideSuffixes)
            {
                // The log of a store that is gone must not be played into this one.
                File.Delete(location.DatabasePath + suffix);
            }

            PrivateFiles.RenameDurably(Image, location.DatabasePath);
        }

        return new StoreRestoreResult
        {
            StorePath = location.DatabasePath,
            File = _file,
            BackupCreated = header.Created,
            StoreId = header.StoreId,
            Protection = header.Protection,
            MasterKeyId = header.MasterKeyId,
            Contents = contents,
            Replaced = replaced,
            DamagedStore = damaged,
        };
    }

    private void WriteKeyFile(BackupHeader header, SecretBuffer? masterKey)
    {
        if (masterKey is null)
        {
            return;
        }

        string path = location.KeyFilePath(header.MasterKeyId);
        using SecretBuffer? present = MasterKeyFile.TryRead(path);
        if (present is null)
        {
            MasterKeyFile.Write(path, masterKey.Span);
        }
        else if (!CryptographicOperations.FixedTimeEquals(present.Span, masterKey.Span))
        {
            throw new VaultException(VaultFailure.KeyFileWrong,
                $"The key file '{path}' is there already with another content, and does not open this backup. Move it away.");
        }
    }

    // False when the store that is there is too damaged for SQLite to write to it.
    private bool Replace()
    {
        try
        {
            StoreHeader.Read(location.DatabasePath);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.Corrupt)
        {
            return false;
        }
        catch (StoreException e) when (e.Failure == StoreFailure.TooNew)
        {
            // Whatever its tables are, SQLite can replace them.
        }

        try
        {
            using SqliteConnection former = Open(location.DatabasePath, SqliteOpenMode.ReadWrite);
            using StoreConnection destination = new(former);
            destination.ExecuteScript(StoreDatabase.Pragmas(options.BusyTimeout));
            RequireAlone(destination);
            using SqliteConnection connection = Open(Image, SqliteOpenMode.ReadOnly);
            using StoreConnection image = new(connection);
            progress?.Report(new StoreCareProgress("Replacing the store", 0, 0));
            image.CopyTo(destination);
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw InUse(e);
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode == raw.SQLITE_IOERR_TRUNCATE && IsInPlace())
        {
            // SQLite shortens the file after the transaction has taken effect. Pages behind its end are not the store's.
            return true;
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, location.DatabasePath);
        }
    }

    // Whether the store is the image, page by page; the first bytes are SQLite's own count of changes.
    private bool IsInPlace()
    {
        const int Counters = 100;
        ReadOnlySpan<byte> image = File.ReadAllBytes(Image);
        ReadOnlySpan<byte> store = File.ReadAllBytes(location.DatabasePath);
        return store.Length >= image.Length && store[Counters..image.Length].SequenceEqual(image[Counters..]);
    }

    // Only a connection that is alone can leave the write-ahead log: whoever else has the store open remembers what is about to go.
    private void RequireAlone(StoreConnection connection)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                if (connection.Scalar("PRAGMA journal_mode = DELETE") is "delete")
                {
                    return;
                }
            }
            catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            {
                // Perhaps only for as long as somebody closes it.
            }

            cancel.ThrowIfCancellationRequested();
            if (TimeProvider.System.GetElapsedTime(start) >= options.BusyTimeout)
            {
                throw InUse(null);
            }

            Thread.Sleep(RetryInterval);
        }
    }

    private StoreException InUse(Exception? e) => new(
        StoreFailure.InUse,
        $"The store '{location.DatabasePath}' is open in other sessions or processes. Nothing was changed: close them, and restore again.",
        e);

    private string SetAside()
    {
        string aside =
            location.DatabasePath + DamagedSuffix + options.TimeProvider.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
        foreach (string suffix in StoreFiles.SideSuffixes.Where(suffix => File.Exists(location.DatabasePath + suffix)))
        {
            File.Move(location.DatabasePath + suffix, aside + suffix);
        }

        PrivateFiles.RenameDurably(location.DatabasePath, aside);
        return aside;
    }

    private void RequireRoom()
    {
        if (!PrivateFiles.Exists(location.DatabasePath))
        {
            return;
        }

        if (!request.Overwrite)
        {
            throw new StoreException(
                StoreFailure.Exists,
                $"There is a store already in '{location.Directory}'. It was left as it is: choose another directory with -Path, or replace it with -Force.");
        }

        try
        {
            StoreHeader.Read(location.DatabasePath);
        }
        catch (StoreException e) when (e.Failure is StoreFailure.Corrupt or StoreFailure.TooNew)
        {
            // It is ours to replace; a database of some other program is not.
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection =
            new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void TryRemove(string image)
    {
        foreach (string path in StoreFiles.SideSuffixes.Select(suffix => image + suffix).Append(image))
        {
            MasterKeyFiles.TryDelete(path);
        }
    }

    private static void Remove(string image)
    {
        File.Delete(image);
        foreach (string suffix in StoreFiles.SideSuffixes)
        {
            File.Delete(image + suffix);
        }
    }
}

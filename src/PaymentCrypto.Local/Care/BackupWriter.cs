using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>
/// Makes one backup. The database is copied in one read transaction (<c>VACUUM INTO</c>), which holds no writer up; everything else is done
/// to the copy. The file gets its name when it is whole, on the disk and verified.
/// </summary>
internal sealed partial class BackupWriter(StoreLocation location, LocalEngineOptions options, StoreBackupRequest request,
    IProgress<StoreCareProgress>? progress, CancellationToken cancel)
{
    private const int ChangesMost = 16;
    private const string PartialSuffix = ".partial";
    private const string ImageSuffix = "-image";
    private const string JournalSuffix = "-journal";

    private readonly string _target = Path.GetFullPath(request.File);

    /// <summary>Makes it.</summary>
    public StoreBackupResult Run()
    {
        RequireTarget();
        string partial = string.Create(CultureInfo.InvariantCulture, $"{_target}.{Guid.NewGuid():N}{PartialSuffix}");
        RemoveAbandoned();
        FileStream file = PrivateFiles.Create(partial);
        try
        {
            StoreBackupResult result = FillBesideChanges(file, partial + ImageSuffix);
            // Before the file has its name: a partial file is what the next backup finds an image by, and what fails from here on fails the backup.
            RemoveImage(partial + ImageSuffix);
            if (OperatingSystem.IsWindows())
            {
                // Elsewhere it stays open, and so ours alone, until it has its name.
                file.Dispose();
            }

            Publish(partial);
            return result;
        }
        catch
        {
            Abandon(file, partial);
            throw;
        }
        finally
        {
            file.Dispose();
        }
    }

    // The reason to give up is what is reported, not what stands in the way of tidying up; what stays then is swept up by the next backup.
    private static void Abandon(FileStream file, string partial)
    {
        foreach (Action step in (Action[])[file.Dispose, () => RemoveImage(partial + ImageSuffix), () => File.Delete(partial)])
        {
            try
            {
                step();
            }
            catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
            {
                // On a failing disk.
            }
        }
    }

    // Between the look at the vault and the copy, another process may have changed the master key.
    private StoreBackupResult FillBesideChanges(FileStream file, string image)
    {
        for (int attempt = 0; ; attempt++)
        {
            string? before = MasterKeyIdNow();
            try
            {
                return Fill(file, image);
            }
            catch (VaultException) when (attempt < ChangesMost && MasterKeyIdNow() != before)
            {
                file.SetLength(0);
                file.Position = 0;
                RemoveImage(image);
            }
        }
    }

    private string? MasterKeyIdNow()
    {
        using var store = StoreInspection.Open(location.DatabasePath, options.BusyTimeout);
        return store.Vault().MasterKeyId;
    }

    private StoreBackupResult Fill(FileStream file, string image)
    {
        PrivateFiles.CreateEmpty(image);
        using var store = StoreInspection.Open(location.DatabasePath, options.BusyTimeout);
        using SecretVault vault = VaultOpener.Open(store.Vault, location, options.Passphrase, out SecretBuffer opener);
        using SecretBuffer masterKey = opener;
        cancel.ThrowIfCancellationRequested();
        progress?.Report(new StoreCareProgress("Copying the store", 0, 0));
        Sqlite(() => store.Connection.Execute("VACUUM INTO $image", ("$image", image)));
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        RequireSameVault(image, vault);
        VaultRecord record = Prepare(image, vault, now);
        if (request.IncludeKeyFile && record.Protection != VaultProtection.KeyFile)
        {
            throw new InvalidConfigurationException("PcStoreBackupKeyFile", $"A passphrase opens this backup of the store in '{location.Directory}', and "
                + "there is no key file that it could include. Leave -IncludeKeyFile out.");
        }

        (StoreContents contents, long verified) = Verify(image, vault, now);
        BackupHeader header = new()
        {
            Created = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            SchemaVersion = store.Version,
            StoreId = record.StoreId,
            Protection = record.Protection,
            MasterKeyId = record.MasterKeyId,
            MasterKeyCreated = record.MasterKeyCreated,
            Argon2 = record.Argon2,
            DataKeySealed = record.DataKeySealed,
            MasterKey = request.IncludeKeyFile ? masterKey.Span.ToArray() : null,
            ImageLength = new FileInfo(image).Length,
            Contents = contents,
        };
        try
        {
            BackupFile.Write(file, header, image, vault, progress, cancel);
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(header.MasterKey);
        }

        // What the disk has, not what was meant to go there.
        file.Position = 0;
        (BackupHeader written, byte[] raw) = BackupFile.ReadHeader(file);
        BackupFile.Extract(file, written, raw, vault, image: null, progress, cancel);
        return new StoreBackupResult
        {
            File = _target,
            StorePath = location.DatabasePath,
            Created = header.Created,
            SizeBytes = file.Length,
            StoreId = header.StoreId,
            Protection = header.MasterKey is null ? header.Protection : "None",
            MasterKeyId = header.MasterKeyId,
            Contents = contents,
            SecretsVerified = verified,
        };
    }

    private void RequireSameVault(string image, SecretVault vault)
    {
        using var copy = StoreInspection.Open(image, TimeSpan.Zero);
        if (copy.Vault().MasterKeyId != vault.MasterKeyId)
        {
            throw new VaultException(VaultFailure.KeyFileWrong,
                $"The master key of '{location.DatabasePath}' was changed again and again while it was backed up. Make the backup again.");
        }
    }

    // The copy has no ready key pairs, because the store will hand them out itself; and the passphrase that was asked for.
    private VaultRecord Prepare(string image, SecretVault vault, DateTimeOffset now) => Sqlite(() =>
    {
        using SqliteConnection connection =
            new(new SqliteConnectionStringBuilder { DataSource = image, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        using StoreConnection copy = new(connection);
        copy.ExecuteScript(StoreDatabase.Pragmas(TimeSpan.Zero));
        VaultRecord record = VaultRecord.Read(copy) ?? throw StoreErrors.Corrupt(location.DatabasePath);
        copy.ExecuteScript("BEGIN IMMEDIATE");
        KeyPairStockTable.Clear(copy);
        if (request.Passphrase is { } passphrase)
        {
            using var masterKey = MasterKey.FromPassphrase(passphrase);
            record = masterKey.Seal(vault.DataKeyBytes, record.StoreId, now);
            record.Write(copy);
        }

        copy.ExecuteScript("COMMIT");
        return record;
    });

    private (StoreContents Contents, long Verified) Verify(string image, SecretVault vault, DateTimeOffset now)
    {
        using var copy = StoreInspection.Open(image, TimeSpan.Zero);
        return StoreVerification.Run(copy, vault, location.DatabasePath, now, progress, cancel);
    }

    private void RequireTarget()
    {
        StoreFileGuard.Require(_target);
        if (Directory.Exists(_target))
        {
            throw new StoreException(StoreFailure.BackupExists, $"'{_target}' is a directory. Name a file that the backup can be written to.");
        }

        if (PrivateFiles.Exists(_target) && !request.Overwrite)
        {
            throw Exists();
        }
    }

    private void Publish(string partial)
    {
        // What has the name may be another file than at the beginning.
        StoreFileGuard.Require(_target);
        try
        {
            PrivateFiles.RenameDurably(partial, _target, request.Overwrite);
        }
        catch (IOException) when (!request.Overwrite && PrivateFiles.Exists(_target))
        {
            throw Exists();
        }
    }

    private StoreException Exists() =>
        new(StoreFailure.BackupExists, $"The file '{_target}' is there already. It was left as it is: choose another name, or replace it with -Force.");

    // What backups that were killed have left, under whatever name: it may hold the master key. A file that is in use cannot be opened by anybody else.
    private void RemoveAbandoned()
    {
        string directory = Path.GetDirectoryName(_target)!;
        foreach (string path in Directory.EnumerateFiles(directory, "*" + PartialSuffix).Where(static path => PartialName().IsMatch(path)))
        {
            try
            {
                using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    RemoveImage(path + ImageSuffix);
                }

                File.Delete(path);
            }
            catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody is writing it now, or it is another user's.
            }
        }

        // An image whose partial file is gone belongs to nobody: the image goes first.
        foreach (string image in Directory.EnumerateFiles(directory, "*" + PartialSuffix + ImageSuffix)
            .Where(static path => PartialName().IsMatch(path[..^ImageSuffix.Length]) && !File.Exists(path[..^ImageSuffix.Length])))
        {
            MasterKeyFiles.TryDelete(image + JournalSuffix);
            MasterKeyFiles.TryDelete(image);
        }
    }

    [GeneratedRegex(@"\.[0-9a-f]{32}\.partial\z", RegexOptions.CultureInvariant)]
    private static partial Regex PartialName();

    private static void RemoveImage(string image)
    {
        File.Delete(image + JournalSuffix);
        File.Delete(image);
    }

    private void Sqlite(Action work) => Sqlite(() =>
    {
        work();
        return true;
    });

    private T Sqlite<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw StoreErrors.Translate(e, location.DatabasePath);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, _target);
        }
    }
}

using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>Looks after stores. Found by name by the module, which cannot reference this assembly.</summary>
public sealed class StoreCare : IStoreCare
{
    /// <inheritdoc/>
    public StoreReport Check(LocalEngineOptions options, bool quick, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        StoreLocation location = Locate(options);
        StoreExamination examination = new(location.DatabasePath, options.TimeProvider.GetUtcNow(), progress, cancel);
        try
        {
            if (!PrivateFiles.Exists(location.DatabasePath))
            {
                examination.Findings.Add(Missing(location), location.DatabasePath);
                return examination.Finish();
            }

            examination.Amend(report => report with { SizeBytes = StoreFiles.Size(location.DatabasePath) });
            StoreFiles.CheckPermissions(location, examination.Findings);
            VaultRecord? vault = examination.Examine(
                location.DatabasePath, options.BusyTimeout, store => VaultOpener.Open(store.Vault, location, options.Passphrase), quick);
            StoreFiles.CheckLeftovers(location, vault?.MasterKeyId, examination.Findings);
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            examination.Findings.Add(StoreErrors.Translate(e, location.Directory), location.Directory);
        }

        return examination.Finish();
    }

    /// <inheritdoc/>
    public StoreReport CheckBackup(
        LocalEngineOptions options, string file, SecureString? passphrase, string? keyFile, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        StoreLocation location = Locate(options);
        string path = Path.GetFullPath(file);
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        StoreExamination examination = new(path, now, progress, cancel);
        try
        {
            if (!PrivateFiles.Exists(path))
            {
                throw new StoreException(StoreFailure.BackupMissing, $"There is no backup '{path}'. Check the path.");
            }

            using FileStream backup = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            examination.Amend(report => report with { SizeBytes = backup.Length });
            if (PrivateFiles.PermissionWarning(path) is { } warning)
            {
                examination.Findings.Add(StoreFindingId.Permission, StoreFindingSeverity.Warning, path, warning);
            }

            (BackupHeader header, byte[] raw) = BackupFile.ReadHeader(backup);
            Describe(examination, header);
            (SecretVault vault, SecretBuffer? masterKey) = BackupKeys.Open(header, path, location, passphrase, keyFile);
            using (vault)
            using (masterKey)
            {
                ExamineImage(examination, backup, header, raw, vault);
            }
        }
        catch (Exception e) when (e is StoreException or VaultException)
        {
            examination.Findings.Add((PaymentCryptographyException)e, path);
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            examination.Findings.Add(StoreErrors.Translate(e, path), path);
        }

        return examination.Finish();
    }

    /// <inheritdoc/>
    public StoreBackupResult Backup(LocalEngineOptions options, StoreBackupRequest request, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoreLocation location = Locate(options);
        return Files(request.File,
            () => PrivateFiles.Exists(location.DatabasePath) ? new BackupWriter(location, options, request, progress, cancel).Run() : throw Missing(location));
    }

    /// <inheritdoc/>
    public StoreRestoreResult Restore(LocalEngineOptions options, StoreRestoreRequest request, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        StoreLocation location = Locate(options);
        return Files(location.Directory, new StoreRestorer(location, options, request, progress, cancel).Run);
    }

    private static StoreLocation Locate(LocalEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.InMemory
            ? throw new InvalidConfigurationException("PcStoreInMemory",
                "A store in memory has no files to look after: it is gone when the session ends. Name the directory of a store with -Path.")
            : StoreLocation.Resolve(options.Directory);
    }

    private static StoreException Missing(StoreLocation location) => new(StoreFailure.Missing, $"There is no store in '{location.Directory}'.");

    // Before anything is proven: what the header says helps to find the right key.
    private static void Describe(StoreExamination examination, BackupHeader header) => examination.Amend(report => report with
    {
        StoreId = header.StoreId,
        SchemaVersion = header.SchemaVersion,
        Protection = header.MasterKey is null ? header.Protection : "None",
        MasterKeyId = header.MasterKeyId,
        MasterKeyCreated = header.MasterKeyCreated,
        BackupCreated = header.Created,
        Contents = header.Contents,
    });

    private static void ExamineImage(StoreExamination examination, FileStream backup, BackupHeader header, byte[] raw, SecretVault vault)
    {
        using TemporaryImage image = new();
        using (FileStream file = PrivateFiles.Create(image.Path))
        {
            BackupFile.Extract(backup, header, raw, vault, file, examination.Progress, examination.Cancel);
        }

        examination.Examine(image.Path, TimeSpan.Zero, _ => vault.Share(), quick: false);
        examination.Amend(report => report with { Protection = header.MasterKey is null ? header.Protection : "None" });
    }

    private static T Files<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(e, Path.GetFullPath(path));
        }
    }
}

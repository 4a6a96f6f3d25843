using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Care;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Care;

/// <summary>A store with something of everything in it, and what looks after it.</summary>
internal static class CareStore
{
    public static readonly StoreCare Care = new();

    public static string BackupPath(this TemporaryStore store) => Path.Combine(store.Directory, "store.pcbackup");

    /// <summary>Keys, a key pair, aliases, tags, a token, and a ready key pair in the stock.</summary>
    public static async Task Fill(this TemporaryStore store, Func<LocalEngineOptions, LocalEngineOptions>? change = null)
    {
        using ILocalEngine engine = store.Open(change);
        IPaymentCryptography service = engine.Default();
        Key key = await service.CreateKey();
        await service.CreateKey(KeyUsage.Tr31D1AsymmetricKeyForDataEncryption, KeyAlgorithm.Rsa2048, "B");
        await service.CreateAlias("alias/pin", key.KeyArn);
        await service.Send(new TagResourceRequest { ResourceArn = key.KeyArn, Tags = [new Tag { Key = "env", Value = "test" }] });
        await service.ImportParameters();
    }

    public static StoreReport Check(this TemporaryStore store, bool quick = false, LocalEngineOptions? options = null) =>
        Care.Check(options ?? store.Options, quick, progress: null, TestContext.Current.CancellationToken);

    public static StoreBackupResult Backup(this TemporaryStore store, Func<StoreBackupRequest, StoreBackupRequest>? change = null,
        LocalEngineOptions? options = null)
    {
        StoreBackupRequest request = new() { File = store.BackupPath() };
        return Care.Backup(options ?? store.Options, change is null ? request : change(request), progress: null, TestContext.Current.CancellationToken);
    }

    public static StoreRestoreResult Restore(this TemporaryStore store, TemporaryStore target, Func<StoreRestoreRequest, StoreRestoreRequest>? change = null)
    {
        StoreRestoreRequest request = new() { File = store.BackupPath() };
        return Care.Restore(
            target.Options with { BusyTimeout = TimeSpan.FromMilliseconds(200) },
            change is null ? request : change(request),
            progress: null,
            TestContext.Current.CancellationToken);
    }

    /// <summary>The content of every file, by name.</summary>
    public static Dictionary<string, string> Snapshot(string directory) => Directory.Exists(directory)
        ? Directory.GetFiles(directory).Where(path => !path.EndsWith("-shm", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetFileName(path), path => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))))
        : [];
}

using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>Looks at the files of a store: whose they are, and which belong to nothing.</summary>
internal static class StoreFiles
{
    /// <summary>What SQLite may put beside a database: <c>store.db-wal</c> and the like.</summary>
    public static IReadOnlyList<string> SideSuffixes { get; } = ["-wal", "-shm", "-journal"];

    /// <summary>Notes every file that others may use.</summary>
    public static void CheckPermissions(StoreLocation location, StoreFindings findings)
    {
        string database = location.DatabasePath;
        foreach (string path in Directory.EnumerateFiles(location.Directory, MasterKeyFiles.Pattern)
            .Concat([location.Directory, database, database + "-wal", database + "-shm"])
            .Where(Path.Exists))
        {
            if (PrivateFiles.PermissionWarning(path) is { } warning)
            {
                findings.Add(StoreFindingId.Permission, StoreFindingSeverity.Warning, path, warning);
            }
        }
    }

    /// <summary>Notes key files that open nothing and what interrupted work has left behind.</summary>
    public static void CheckLeftovers(StoreLocation location, string? masterKeyId, StoreFindings findings)
    {
        foreach (string path in masterKeyId is null ? [] : MasterKeyFiles.Abandoned(location, masterKeyId))
        {
            findings.Add(StoreFindingId.Leftover, StoreFindingSeverity.Information, path, $"The file '{path}' was left behind by a change of the master key "
                + "that was interrupted before it took effect. It opens nothing and never did, no backup needs it, and the next change removes it.");
        }

        foreach (string path in Directory.EnumerateFiles(location.Directory, "master-*.key")
            .Where(path => masterKeyId is not null && path != location.KeyFilePath(masterKeyId) && path.EndsWith(".key", StringComparison.Ordinal)))
        {
            findings.Add(StoreFindingId.Leftover, StoreFindingSeverity.Information, path,
                $"The key file '{path}' does not belong to this store as it is now; a backup made before its master key was changed may need it.");
        }

        foreach (string path in new[] { location.DatabasePath + ".new", location.DatabasePath + StoreRestorer.UnfinishedSuffix }
            .Concat(Directory.EnumerateFiles(location.Directory, "store.db" + StoreRestorer.DamagedSuffix + "*"))
            .Where(File.Exists))
        {
            findings.Add(StoreFindingId.Leftover, StoreFindingSeverity.Information, path,
                $"The file '{path}' was left behind when a store was made or restored; nothing uses it.");
        }
    }

    /// <summary>The size of the database with its log, in bytes.</summary>
    public static long Size(string databasePath) => Length(databasePath) + Length(databasePath + "-wal");

    private static long Length(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;
}

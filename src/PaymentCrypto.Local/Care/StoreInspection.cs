using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;
using SQLitePCL;

namespace PaymentCrypto.Local.Care;

/// <summary>A database file, opened to look at it and to copy it. Nothing in it changes, not even by SQLite's own recovery.</summary>
internal sealed class StoreInspection : IDisposable
{
    private StoreInspection(string path, int version, StoreConnection connection)
    {
        Path = path;
        Version = version;
        Connection = connection;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its schema version.</summary>
    public int Version { get; }

    /// <summary>The connection.</summary>
    public StoreConnection Connection { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="StoreException">It is damaged, foreign, newer or cannot be read.</exception>
    public static StoreInspection Open(string path, TimeSpan busyTimeout)
    {
        try
        {
            int version = StoreHeader.Read(path).Version;
            return new StoreInspection(path, version, Connect(path, busyTimeout));
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, path);
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(e, path);
        }
    }

    /// <summary>The vault's row as it is now.</summary>
    public VaultRecord Vault() => VaultRecord.Read(Connection) ?? throw StoreErrors.Corrupt(Path);

    /// <summary>Whether the file has a table: an older schema has fewer.</summary>
    public bool Has(string table) => Connection.Scalar("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $name", ("$name", table)) is not null;

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    private static StoreConnection Connect(string path, TimeSpan busyTimeout)
    {
        // A log or journal that a crash has left behind is for the engine to work off: a connection that may write would do it here.
        bool recovers = HasContent(path + "-wal") || HasContent(path + "-journal");
        try
        {
            return Connect(path, recovers ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, busyTimeout);
        }
        catch (SqliteException e) when (!recovers && e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY
            && !PrivateFiles.MayWriteIn(System.IO.Path.GetDirectoryName(path)!))
        {
            // Nobody of this user's rights is writing there. Where somebody may be, a log that cannot be opened, as on a full disk, is an error: to look
            // past it would be to miss what it holds, and to read pages while they change.
            return Connect("file:" + Uri.EscapeDataString(path) + "?immutable=1", SqliteOpenMode.ReadOnly, busyTimeout);
        }
    }

    private static StoreConnection Connect(string source, SqliteOpenMode mode, TimeSpan busyTimeout)
    {
        SqliteConnection connection =
            new(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        try
        {
            connection.Open();
            StoreConnection store = new(connection);
            store.ExecuteScript(StoreDatabase.Pragmas(busyTimeout));
            // Reads, so that what is wrong shows itself here.
            store.Scalar("SELECT count(*) FROM sqlite_schema");
            return store;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}

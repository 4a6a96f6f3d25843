using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// The open database: connections, transactions and error translation. A write is durable when <see cref="Write{T}"/> returns
/// (WAL with full sync) and never happened when it throws. Safe for use from several threads; other processes may use the same file.
/// </summary>
internal sealed class StoreDatabase : IDisposable
{
    private const int IdleConnections = 8;

    private readonly ConcurrentBag<StoreConnection> _idle = [];
    private readonly SemaphoreSlim? _single;
    private readonly string _connectionString;
    private readonly TimeSpan _busyTimeout;
    private readonly StoreWatch _watch;
    private long _writes;
    private volatile bool _disposed;

    private StoreDatabase(string connectionString, string name, TimeSpan busyTimeout, StoreConnection? only)
    {
        _connectionString = connectionString;
        _busyTimeout = busyTimeout;
        _watch = new StoreWatch(() => Connect(isAlone: false));
        Name = name;
        if (only is not null)
        {
            // A database in memory belongs to its one connection.
            _single = new SemaphoreSlim(1);
            _idle.Add(only);
        }
    }

    /// <summary>The file's path, or what stands for it in messages.</summary>
    public string Name { get; }

    /// <summary>Called at the beginning of every write transaction.</summary>
    public Action<StoreConnection>? BeforeWrite { get; set; }

    /// <summary>Opens a database file that exists and has the current schema.</summary>
    public static StoreDatabase OpenFile(string path, TimeSpan busyTimeout)
    {
        SqliteConnectionStringBuilder builder = new()
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // SQLite's own busy handler does the waiting; the client's coarser one must not start over after it.
            DefaultTimeout = 1,
        };
        StoreDatabase database = new(builder.ConnectionString, path, busyTimeout, only: null);
        database.Return(database.Rent());
        return database;
    }

    /// <summary>Opens an empty database in memory with the current schema.</summary>
    public static StoreDatabase OpenMemory() => new(string.Empty, "(in memory)", TimeSpan.Zero, MemoryDatabases.Open());

    /// <summary>
    /// A number that is another one after every write by anybody, and costs no read of the file: what was read after it was asked for is
    /// still true while it is the same.
    /// </summary>
    public long Version()
    {
        if (_single is not null)
        {
            // Nobody else can write to a database in memory.
            return Interlocked.Read(ref _writes);
        }

        try
        {
            return _watch.Generation();
        }
        catch (SqliteException e) when (StoreErrors.IsFull(e))
        {
            // There is no room for the memory that processes share: nothing read before is known to be true still.
            return Interlocked.Increment(ref _writes) * -1;
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, Name);
        }
    }

    /// <summary>Reads with one statement.</summary>
    public T Read<T>(Func<StoreConnection, T> work) => Use(work);

    /// <summary>Reads with several statements that must see one state of the store.</summary>
    public T ReadConsistently<T>(Func<StoreConnection, T> work) =>
        // Whoever has the one connection of a database in memory has it alone.
        _single is not null ? Use(work) : Use(connection => InTransaction(connection, "BEGIN DEFERRED", work));

    /// <summary>
    /// Writes in one transaction: everything that <paramref name="work"/> does, or nothing if it throws. On a full disk it may be called a
    /// second time, after the first was rolled back.
    /// </summary>
    public T Write<T>(Func<StoreConnection, T> work) =>
        Use(connection =>
        {
            try
            {
                return WriteOnce(connection, work);
            }
            catch (SqliteException e) when (StoreErrors.IsFull(e) && MakeRoomInLog(connection))
            {
                // On a full disk what makes room, such as a deletion, must still be possible.
                return WriteOnce(connection, work);
            }
        }, writes: true);

    /// <summary>Writes in one transaction: everything that <paramref name="work"/> does, or nothing if it throws.</summary>
    public void Write(Action<StoreConnection> work) => Write(connection =>
    {
        work(connection);
        return true;
    });

    /// <summary>
    /// Moves the write-ahead log into the database and empties it, unless somebody is reading from it now. Nothing depends on it: a log that cannot be
    /// emptied now is emptied later.
    /// </summary>
    /// <returns>False when the disk is full or fails.</returns>
    public bool TryEmptyLog()
    {
        try
        {
            return Use(static connection =>
            {
                connection.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            });
        }
        catch (StoreException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out StoreConnection? connection))
        {
            connection.Dispose();
        }

        _watch.Dispose();
    }

    /// <summary>The settings of every connection.</summary>
    internal static string Pragmas(TimeSpan busyTimeout) => $"""
        PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds};
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        """;

    private static T InTransaction<T>(StoreConnection connection, string begin, Func<StoreConnection, T> work)
    {
        connection.Execute(begin);
        try
        {
            T result = work(connection);
            connection.Execute("COMMIT");
            return result;
        }
        catch
        {
            RollBack(connection);
            throw;
        }
    }

    private T WriteOnce<T>(StoreConnection connection, Func<StoreConnection, T> work) =>
        // IMMEDIATE: take the write lock at once, so that what was read in the transaction is still true when it commits.
        InTransaction(connection, "BEGIN IMMEDIATE", begun =>
        {
            BeforeWrite?.Invoke(begun);
            return work(begun);
        });

    // A log whose every page is in the database is written from its beginning again, in blocks that it has already.
    private bool MakeRoomInLog(StoreConnection connection)
    {
        if (_single is not null)
        {
            return false;
        }

        try
        {
            return connection.First("PRAGMA wal_checkpoint(PASSIVE)",
                static row => row.GetInt64(1) > 0 && row.GetInt64(1) == row.GetInt64(2) ? "emptied" : "kept") == "emptied";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static void RollBack(StoreConnection connection)
    {
        try
        {
            connection.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does on a full disk; the first error is the one to report.
        }
    }

    private T Use<T>(Func<StoreConnection, T> work, bool writes = false)
    {
        StoreConnection connection = Rent();
        try
        {
            return work(connection);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, Name);
        }
        finally
        {
            if (writes)
            {
                Interlocked.Increment(ref _writes);
            }

            Return(connection);
        }
    }

    private StoreConnection Rent()
    {
        _single?.Wait();
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryTake(out StoreConnection? connection) ? connection : Connect();
    }

    private void Return(StoreConnection connection)
    {
        if (_disposed || connection.IsForOneCall || (_single is null && _idle.Count >= IdleConnections))
        {
            connection.Dispose();
        }
        else
        {
            _idle.Add(connection);
        }

        _single?.Release();
    }

    private StoreConnection Connect()
    {
        try
        {
            return Connect(isAlone: false);
        }
        catch (SqliteException e) when (StoreErrors.IsFull(e))
        {
            return ConnectAlone(e);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, Name);
        }
    }

    // The index of the log is a file that processes share, and a full disk has no room for it. A connection that has the store to itself
    // keeps it in memory: for one call, so that nobody is kept out for long.
    private StoreConnection ConnectAlone(SqliteException full)
    {
        try
        {
            return Connect(isAlone: true);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(StoreErrors.IsFull(e) ? full : e, Name);
        }
    }

    private StoreConnection Connect(bool isAlone)
    {
        SqliteConnection connection = new(_connectionString);
        StoreConnection opened = new(connection) { IsForOneCall = isAlone };
        try
        {
            connection.Open();
            if (isAlone)
            {
                // Before anything reads the database, and with it the shared index.
                opened.ExecuteScript("PRAGMA locking_mode = EXCLUSIVE");
            }

            opened.ExecuteScript(Pragmas(_busyTimeout));
            opened.ExecuteScript("PRAGMA journal_mode = WAL");
            // Reads, so that what is in the way shows itself here.
            opened.Scalar("SELECT count(*) FROM sqlite_schema");
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}

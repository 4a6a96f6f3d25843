using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// Tells whether anybody, in this process or another, has written to the store since it was last asked, without reading a page of it:
/// SQLite keeps that number in memory that the processes share. What was read before may be used as long as the number stays.
/// Safe for use from several threads.
/// </summary>
internal sealed class StoreWatch : IDisposable
{
    private readonly object _gate = new();
    private readonly StoreConnection _connection;
    private readonly sqlite3_stmt _question;

    /// <summary>Takes over a connection of its own: the number leaves out what the asking connection has written itself.</summary>
    public StoreWatch(StoreConnection connection)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, "PRAGMA data_version", out _question));
    }

    /// <summary>The number of the store's present content. It is comparable with numbers of this object only.</summary>
    /// <exception cref="SqliteException">The store can't be read.</exception>
    public long Version()
    {
        lock (_gate)
        {
            try
            {
                int outcome = raw.sqlite3_step(_question);
                return outcome == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_question, 0) : throw Failure(outcome);
            }
            finally
            {
                raw.sqlite3_reset(_question);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _question.Dispose();
        _connection.Dispose();
    }

    private void Check(int outcome)
    {
        if (outcome != raw.SQLITE_OK)
        {
            throw Failure(outcome);
        }
    }

    private SqliteException Failure(int outcome) => new(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), outcome);
}

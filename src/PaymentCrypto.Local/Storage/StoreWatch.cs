using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// Tells whether anybody, in this process or another, has written to the store since it was last asked, without reading a page of it:
/// SQLite keeps that number in memory that the processes share. Not safe for use from several threads: <see cref="StoreWatches"/> lends one to
/// each caller.
/// </summary>
internal sealed class StoreWatch : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly sqlite3_stmt _question;
    private long _seen;

    /// <summary>Takes over a connection of its own: the number leaves out what the asking connection has written itself.</summary>
    public StoreWatch(StoreConnection connection)
    {
        _connection = connection;
        int outcome = raw.sqlite3_prepare_v2(connection.Handle, "PRAGMA data_version", out _question);
        if (outcome != raw.SQLITE_OK)
        {
            throw Failure(outcome);
        }
    }

    /// <summary>Whether the content is another one than at the last call; so it is at the first.</summary>
    /// <exception cref="SqliteException">The store can't be read.</exception>
    public bool HasChanged()
    {
        try
        {
            int outcome = raw.sqlite3_step(_question);
            long version = outcome == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_question, 0) : throw Failure(outcome);
            bool isOther = version != _seen;
            _seen = version;
            return isOther;
        }
        finally
        {
            raw.sqlite3_reset(_question);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _question.Dispose();
        _connection.Dispose();
    }

    private SqliteException Failure(int outcome) => new(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), outcome);
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// Tells whether anybody, in this process or another, has written to the store since it was last asked, without reading a page of it. Safe for use
/// from several threads.
/// </summary>
/// <param name="connect">Opens a connection of its own: what SQLite says leaves out what the asking connection has written itself.</param>
/// <param name="asksSqlite">Whether SQLite is asked even where its shared memory can be read.</param>
internal sealed class StoreWatch(Func<StoreConnection> connect, bool asksSqlite = false) : IDisposable
{
    private readonly object _gate = new();
    private StoreConnection? _connection;
    private SharedLogIndex? _index;
    private sqlite3_stmt? _question;
    private long _answer;
    private long _generation;
    private bool _disposed;

    /// <summary>The generation of the store's content. It may grow without a write, and never stays the same over a write.</summary>
    /// <exception cref="SqliteException">The store can't be read.</exception>
    public long Generation()
    {
        // Nearly always for as long as a look into memory takes: a thread that loses its processor in here, as in a call of the system, holds up all others.
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                if (_connection is null)
                {
                    Open();
                }

                _generation += HasChanged() ? 1 : 0;
                return _generation;
            }
            catch (SqliteException)
            {
                Close();
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            Close();
        }
    }

    // Of what was written before nothing is known.
    private void Open()
    {
        _generation++;
        _connection = connect();
        _index = asksSqlite ? null : SharedLogIndex.Of(_connection.Handle);
        int outcome = _index is null ? raw.sqlite3_prepare_v2(_connection.Handle, "PRAGMA data_version", out _question) : raw.SQLITE_OK;
        if (outcome != raw.SQLITE_OK)
        {
            throw Failure(outcome);
        }
    }

    private void Close()
    {
        _index = null;
        _question?.Dispose();
        _question = null;
        _connection?.Dispose();
        _connection = null;
    }

    private bool HasChanged() => _index?.HasChanged() ?? HasAnotherAnswer();

    private bool HasAnotherAnswer()
    {
        try
        {
            int outcome = raw.sqlite3_step(_question);
            long answer = outcome == raw.SQLITE_ROW ? raw.sqlite3_column_int64(_question, 0) : throw Failure(outcome);
            bool isOther = answer != _answer;
            _answer = answer;
            return isOther;
        }
        finally
        {
            raw.sqlite3_reset(_question);
        }
    }

    private SqliteException Failure(int outcome) => new(raw.sqlite3_errmsg(_connection!.Handle).utf8_to_string(), outcome);
}

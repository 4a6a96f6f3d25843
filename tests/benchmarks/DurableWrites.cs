using Microsoft.Data.Sqlite;

namespace PaymentCrypto.Benchmarks;

/// <summary>The yardstick for what is acknowledged: a row of 4 KiB in a database with the settings of the store, WAL and full sync.</summary>
internal sealed class DurableWrites : IDisposable
{
    private readonly SqliteConnection _connection;

    public DurableWrites(string directory)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(directory, "yardstick.db")};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (content BLOB NOT NULL)");
    }

    /// <summary>One transaction; it is on the disk when this returns.</summary>
    public void Write() => Execute("INSERT INTO row VALUES (randomblob(4096))");

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

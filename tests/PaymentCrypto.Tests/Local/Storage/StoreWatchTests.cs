using Microsoft.Data.Sqlite;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Tests.Local.Storage;

/// <summary>What was read after the generation was asked for is still true while it is the same: by SQLite's shared memory, and by its own answer.</summary>
public sealed class StoreWatchTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("paymentcrypto-watch-").FullName;
    private readonly StoreConnection _writer;

    public StoreWatchTests()
    {
        _writer = Connect();
        _writer.ExecuteScript("CREATE TABLE counter (value INTEGER); INSERT INTO counter VALUES (0)");
    }

    public void Dispose()
    {
        _writer.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_generation_stays_while_nobody_writes_and_is_another_after_every_commit(bool asksSqlite)
    {
        using StoreWatch watch = new(Connect, asksSqlite);
        using StoreConnection other = Connect();
        long generation = watch.Generation();

        for (int value = 1; value <= 300; value++)
        {
            Assert.Equal(generation, watch.Generation());
            Read(other);
            Assert.Equal(generation, watch.Generation());
            Write(value % 2 == 0 ? other : _writer, value);
            long next = watch.Generation();
            Assert.NotEqual(generation, next);
            generation = next;
        }
    }

    // The log begins anew, and with it nearly everything in its header.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_commit_to_a_log_that_was_emptied_is_seen(bool asksSqlite)
    {
        using StoreWatch watch = new(Connect, asksSqlite);
        for (int round = 0; round < 20; round++)
        {
            Write(_writer, round);
            _writer.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE)");
            long generation = watch.Generation();
            Assert.Equal(generation, watch.Generation());
            Write(_writer, round + 1);
            Assert.NotEqual(generation, watch.Generation());
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_holds_on_to_what_was_true_before_a_commit_that_is_done(bool asksSqlite)
    {
        const int Last = 400;
        using StoreWatch watch = new(Connect, asksSqlite);
        int committed = 0;
        int held = 0;
        Thread[] readers = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() => Follow(watch, ref committed, Last, ref held)))];
        Array.ForEach(readers, reader => reader.Start());
        for (int value = 1; value <= Last; value++)
        {
            Write(_writer, value);
            Volatile.Write(ref committed, value);
        }

        Array.ForEach(readers, reader => reader.Join());
        Assert.Equal(0, held);
    }

    [Fact]
    public void The_shared_memory_is_read_where_there_is_some()
    {
        using SqliteConnection memory = new("Data Source=:memory:");
        memory.Open();

        Assert.NotNull(SharedLogIndex.Of(_writer.Handle));
        Assert.Null(SharedLogIndex.Of(memory.Handle!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_watch_that_is_closed_is_not_asked_any_more(bool asksSqlite)
    {
        StoreWatch watch = new(Connect, asksSqlite);
        watch.Generation();
        watch.Dispose();
        watch.Dispose();

        Assert.Throws<ObjectDisposedException>(() => watch.Generation());
    }

    [Fact]
    public void A_store_that_cannot_be_opened_is_asked_anew_the_next_time()
    {
        int calls = 0;
        using StoreWatch watch = new(() => calls++ == 0 ? throw new SqliteException("busy", 5) : Connect());

        Assert.Throws<SqliteException>(() => watch.Generation());
        Assert.Equal(watch.Generation(), watch.Generation());
    }

    // As the keys do that are kept open: what was read is taken for true while the generation is the one from before it was read.
    private void Follow(StoreWatch watch, ref int committed, int last, ref int held)
    {
        using StoreConnection connection = Connect();
        long generation = 0;
        int value = 0;
        while (value < last)
        {
            int done = Volatile.Read(ref committed);
            long now = watch.Generation();
            if (now == generation)
            {
                held += value < done ? 1 : 0;
            }
            else
            {
                generation = now;
                value = Read(connection);
            }
        }
    }

    private static void Write(StoreConnection connection, int value) => connection.Execute("UPDATE counter SET value = $value", ("$value", value));

    private static int Read(StoreConnection connection) => Convert.ToInt32(connection.Scalar("SELECT value FROM counter"), null);

    private StoreConnection Connect()
    {
        SqliteConnection connection = new($"Data Source={Path.Combine(_directory, "store.db")};Pooling=False");
        connection.Open();
        StoreConnection opened = new(connection);
        opened.ExecuteScript("PRAGMA busy_timeout = 60000; PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF");
        opened.Scalar("SELECT count(*) FROM sqlite_schema");
        return opened;
    }
}

using Microsoft.Data.Sqlite;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// The tables of databases in memory. The first in a process is made by the statements of the schema; a test run that makes hundreds has each further one as
/// a copy of one that stays empty, page by page, which takes a tenth of the time.
/// </summary>
internal static class MemoryTables
{
    private static readonly object Gate = new();
    private static int s_made;
    private static StoreConnection? s_empty;

    /// <summary>Makes them in an empty database.</summary>
    public static void MakeIn(StoreConnection database)
    {
        if (Interlocked.Exchange(ref s_made, 1) == 0)
        {
            Migrate(database);
            return;
        }

        lock (Gate)
        {
            (s_empty ??= NewEmpty()).CopyTo(database);
        }
    }

    private static StoreConnection NewEmpty()
    {
        SqliteConnection connection = new("Data Source=:memory:;Pooling=False");
        connection.Open();
        StoreConnection empty = new(connection);
        Migrate(empty);
        return empty;
    }

    private static void Migrate(StoreConnection database)
    {
        foreach (string migration in StoreSchema.Migrations)
        {
            database.ExecuteScript(migration);
        }
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PaymentCrypto.Local.Storage;

/// <summary>Brings a database file to the current schema, every step and its version number in one transaction.</summary>
internal static class StoreMigrator
{
    /// <summary>Makes the tables of a new, empty database file, and whatever has to be in them from the first moment.</summary>
    public static void Create(string path, Action<StoreConnection> fill) => Run(path, 0, fill);

    /// <summary>Brings an older store forward.</summary>
    public static void Migrate(string path, int from) => Run(path, from, _ => { });

    private static void Run(string path, int from, Action<StoreConnection> afterwards)
    {
        try
        {
            using SqliteConnection connection = new(new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ConnectionString);
            connection.Open();
            using StoreConnection store = new(connection);
            store.ExecuteScript(StoreDatabase.Pragmas(TimeSpan.FromSeconds(15)));
            store.ExecuteScript("BEGIN IMMEDIATE");
            // Another process may have been quicker between our look at the header and the lock.
            for (int version = Math.Max(from, VersionOf(store)); version < StoreSchema.CurrentVersion; version++)
            {
                store.ExecuteScript(StoreSchema.Migrations[version]);
            }

            store.ExecuteScript(FormattableString.Invariant(
                $"PRAGMA application_id = {StoreSchema.ApplicationId}; PRAGMA user_version = {StoreSchema.CurrentVersion}"));
            afterwards(store);
            store.ExecuteScript("COMMIT");
            // The header is read without SQLite at the next opening, so it must be in the main file, not in the log.
            store.ExecuteScript("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, path);
        }
    }

    private static int VersionOf(StoreConnection store) =>
        Convert.ToInt32(store.Scalar("PRAGMA user_version"), CultureInfo.InvariantCulture);
}

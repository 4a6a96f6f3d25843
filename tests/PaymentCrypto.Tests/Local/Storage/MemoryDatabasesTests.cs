using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Tests.Local.Storage;

/// <summary>Databases in memory: each has what the migrations make, and nothing of another's.</summary>
public sealed class MemoryDatabasesTests
{
    [Fact]
    public void Every_database_in_memory_has_the_tables_of_the_schema_and_a_content_of_its_own()
    {
        using var one = StoreDatabase.OpenMemory();
        one.Write(connection => connection.ExecuteScript("CREATE TABLE mine (value INTEGER)"));
        using var other = StoreDatabase.OpenMemory();
        using var third = StoreDatabase.OpenMemory();
        string[] made = [.. Tables(other)];

        Assert.Equal(made, Tables(third));
        Assert.Equal([.. made, "CREATE TABLE mine (value INTEGER)"], Tables(one));
        Assert.Equal(Migrated(), made);
        Assert.Equal(1L, other.Read(connection => connection.Scalar("PRAGMA secure_delete")));
        Assert.Equal(1L, other.Read(connection => connection.Scalar("PRAGMA foreign_keys")));
    }

    [Fact]
    public void One_that_was_prepared_is_given_to_one_caller()
    {
        MemoryDatabases.Prepare();
        using StoreConnection one = MemoryDatabases.Open();
        using StoreConnection other = MemoryDatabases.Open();
        one.ExecuteScript("CREATE TABLE mine (value INTEGER)");

        Assert.Equal([.. Tables(other), "CREATE TABLE mine (value INTEGER)"], Tables(one));
    }

    private static List<string> Migrated()
    {
        using Microsoft.Data.Sqlite.SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        StoreConnection database = new(connection);
        foreach (string migration in StoreSchema.Migrations)
        {
            database.ExecuteScript(migration);
        }

        return Tables(database);
    }

    private static List<string> Tables(StoreDatabase database) => database.Read(Tables);

    private static List<string> Tables(StoreConnection database) =>
        database.All("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid", row => row.GetString(0));
}

using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Storage.Schema;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local;

/// <summary>Stores of earlier versions open and go on where they were.</summary>
public sealed class SchemaMigrationTests : IDisposable
{
    private const string Objects = "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name";

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_version_1_store_is_migrated_and_reuses_its_token()
    {
        string? token = await MakeVersion1();

        using ILocalEngine engine = _store.Open();

        Assert.Equal(token, (await engine.Default().ImportParameters(reuse: true)).ImportToken);
        Key key = await engine.Default().CreateKey();
        await engine.Default().CreateAlias("alias/new", key.KeyArn);
        Assert.Equal(key, await engine.Default().GetKey("alias/new"));
        Assert.Equal([$"{StoreSchema.CurrentVersion}"], RawStore.Strings(_store.DatabasePath, "PRAGMA user_version"));
        using TemporaryStore fresh = new();
        fresh.Open().Dispose();
        Assert.Equal(RawStore.Strings(fresh.DatabasePath, Objects), RawStore.Strings(_store.DatabasePath, Objects));
        Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Several_engines_that_open_a_version_1_store_at_once_migrate_it_once()
    {
        string? token = await MakeVersion1();

        ILocalEngine[] engines = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _store.Open())));

        foreach (ILocalEngine engine in engines)
        {
            Assert.Equal(token, (await engine.Default().ImportParameters(reuse: true)).ImportToken);
            engine.Dispose();
        }
    }

    // What version 1 did not have is taken out of a store of today; what it had is compared with its own schema.
    private async Task<string?> MakeVersion1()
    {
        string? token;
        using (ILocalEngine engine = _store.Open())
        {
            token = (await engine.Default().ImportParameters()).ImportToken;
        }

        string reference = Path.Combine(_store.Directory, "version1.db");
        RawStore.Execute(reference, Version1.Sql);
        List<string> former = RawStore.Strings(reference, "SELECT name FROM sqlite_master WHERE type = 'table'");
        using (SqliteConnection connection = RawStore.Open(_store.DatabasePath))
        {
            foreach (string table in RawStore.Strings(_store.DatabasePath, "SELECT name FROM sqlite_master WHERE type = 'table'").Except(former))
            {
                RawStore.Execute(connection, $"DROP TABLE {table}");
            }

            RawStore.Execute(connection, "PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Assert.Equal(RawStore.Strings(reference, Objects), RawStore.Strings(_store.DatabasePath, Objects));
        return token;
    }
}

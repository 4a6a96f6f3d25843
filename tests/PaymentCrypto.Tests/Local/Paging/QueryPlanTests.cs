using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tags;
using PaymentCrypto.Local.Tokens;

namespace PaymentCrypto.Tests.Local.Paging;

/// <summary>SQLite's own account of how it finds rows: what is done often must not grow with the store.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private static readonly AccountScope Scope = new("111122223333", "us-east-1");

    private readonly SqliteConnection _connection = new("Data Source=:memory:;Pooling=False");
    private readonly StoreConnection _store;

    public QueryPlanTests()
    {
        _connection.Open();
        _store = new StoreConnection(_connection);
        foreach (string migration in StoreSchema.Migrations)
        {
            _store.ExecuteScript(migration);
        }
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_scan_would_be_noticed()
    {
        _store.Scalar("SELECT 1 FROM key WHERE kcv = $kcv", ("$kcv", "000000"));

        Assert.Contains(Plans(), step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_done_often_scans_no_table_and_sorts_no_page()
    {
        KeyTable.Find(_store, Scope, "id");
        KeyTable.Family(_store, Scope.AccountId, "id");
        KeyTable.Page(_store, Scope, state: null, after: 0, most: 51);
        KeyTable.Page(_store, Scope, KeyState.CreateComplete, after: 0, most: 51);
        KeyTable.NextDeletion(_store);
        KeyTable.Due(_store, TemporaryStore.Start);
        AliasTable.Find(_store, Scope, "alias/a");
        AliasTable.Page(_store, Scope, keyId: null, after: "", most: 51);
        AliasTable.Page(_store, Scope, "id", after: "", most: 51);
        AliasTable.Assign(_store, Scope, new AliasRecord("alias/a", "id"));
        AliasTable.Remove(_store, Scope, "alias/a");
        TokenTable.LastReusable(_store, Scope, new TokenKind("import", KeyMaterialType.Tr34KeyBlock, KeyAlgorithm.Rsa2048), TemporaryStore.Start);
        TokenTable.Find(_store, Scope, "import-token-aaaaaaaaaaaaaaaa");
        KeyPairStockTable.Count(_store, KeyAlgorithm.Rsa2048);
        QuotaGuard quotas = new(new ServiceQuotas());
        quotas.RequireRoomForKey(_store, Scope);
        quotas.RequireRoomForAlias(_store, Scope);
        MpaSessionTable.Find(_store, "arn");
        MpaSessionTable.All(_store, Scope);
        KeyRecord key = SomeKey();
        KeyTable.UpdateState(_store, key);
        KeyTable.Destroy(_store, key, TemporaryStore.Start);
        AliasTable.Unassign(_store, key);
        TagTable.Page(_store, key, after: "", most: 51);
        TagTable.Clear(_store, key);
        Assert.True(_store.Statements.Count >= 22, "Statements were not recorded.");

        Assert.DoesNotContain(Plans(),
            step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.StartsWith("USE TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void The_stock_is_looked_up_by_algorithm_and_only_its_few_pairs_are_shuffled()
    {
        KeyPairStockTable.Peek(_store, vault: null!, KeyAlgorithm.Rsa2048);

        Assert.Contains(Plans(), step => step.StartsWith("SEARCH key_pair_stock USING INDEX key_pair_stock_by_algorithm", StringComparison.Ordinal));
        Assert.DoesNotContain(Plans(), step => step.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private static KeyRecord SomeKey() => new()
    {
        Scope = Scope,
        KeyId = "id",
        Attributes = Keys.KeyCalls.Attributes(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B"),
        CheckValue = "000000",
        CheckValueAlgorithm = KeyCheckValueAlgorithm.Cmac,
        Exportable = true,
        Enabled = true,
        State = KeyState.CreateComplete,
        Origin = KeyOrigin.AwsPaymentCryptography,
        Created = TemporaryStore.Start,
    };

    // With parameters and not with values, as the engine prepares them: a value could let SQLite choose better than it can in truth.
    private List<string> Plans()
    {
        List<string> steps = [];
        foreach (string statement in _store.Statements)
        {
            using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // A statement of the engine.
            command.CommandText = "EXPLAIN QUERY PLAN " + statement;
#pragma warning restore CA2100
            foreach (string parameter in Regex.Matches(statement, @"\$\w+").Select(match => match.Value).Distinct())
            {
                command.Parameters.AddWithValue(parameter, DBNull.Value);
            }

            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                steps.Add($"{reader.GetString(3)} <- {statement}");
            }
        }

        return steps;
    }
}

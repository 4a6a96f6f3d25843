using System.Globalization;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Benchmarks;

/// <summary>CreateKey, GetKey by ARN and alias, and a page of ListKeys, in a store of 1,000 keys and in one of 1,000,000.</summary>
internal sealed class KeyScenario : Scenario
{
    public override string Name => "keys";

    public override async Task RunAsync(Report report)
    {
        foreach (int size in new[] { 1_000, 1_000_000 })
        {
            using ScratchStore scratch = new();
            using (ILocalEngine engine = scratch.Open(keyPairStock: 0))
            {
                await CreateAsync(engine.ForScope(ScratchStore.Scope), KeyAlgorithm.Aes128);
            }

            Fill(scratch.DatabasePath, size);
            using ILocalEngine filled = scratch.Open(keyPairStock: 0, new ServiceQuotas { Keys = int.MaxValue, Aliases = int.MaxValue });
            await MeasureAsync(report, filled.ForScope(ScratchStore.Scope), size);
        }
    }

    private static async Task MeasureAsync(Report report, IPaymentCryptography service, int size)
    {
        string of = string.Create(CultureInfo.InvariantCulture, $"{size:N0} keys");
        // Another key at every call: the same one again would only measure the cache.
        Random order = new(Seed: 20260314);
        string Any() => string.Create(CultureInfo.InvariantCulture, $"{order.Next(1, size + 1):D16}");
        string keys = $"arn:aws:payment-cryptography:{ScratchStore.Scope.Region}:{ScratchStore.Scope.AccountId}:key/";
        await report.MeasureAsync($"GetKey by ARN, {of}", 2000,
            () => service.SendAsync(new GetKeyRequest { KeyIdentifier = keys + Any() }, CancellationToken.None));
        await report.MeasureAsync($"GetKey by alias, {of}", 2000,
            () => service.SendAsync(new GetKeyRequest { KeyIdentifier = "alias/key-" + Any() }, CancellationToken.None));
        string? next = (await service.SendAsync(new ListKeysRequest { MaxResults = 100 }, CancellationToken.None)).NextToken;
        await report.MeasureAsync($"ListKeys, a page of 100, {of}", 500,
            () => service.SendAsync(new ListKeysRequest { MaxResults = 100, NextToken = next }, CancellationToken.None));
        await report.MeasureAsync($"CreateKey AES_128, {of}", 500, () => CreateAsync(service, KeyAlgorithm.Aes128));
        await report.MeasureAsync($"CreateKey TDES_2KEY, {of}", 500, () => CreateAsync(service, KeyAlgorithm.Tdes2Key));
    }

    private static Task<CreateKeyResponse> CreateAsync(IPaymentCryptography service, string algorithm) => service.SendAsync(
        new CreateKeyRequest
        {
            Exportable = true,
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = KeyUsage.Tr31P0PinEncryptionKey,
                KeyClass = KeyClass.SymmetricKey,
                KeyAlgorithm = algorithm,
                KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
            },
        },
        CancellationToken.None);

    // Copies of the first key under other ids: what is measured does not open their material.
    private static void Fill(string path, int size)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        string count = size.ToString(CultureInfo.InvariantCulture);
        command.CommandText = $"""
            PRAGMA synchronous = OFF;
            BEGIN;
            INSERT INTO key (account_id, region, key_id, key_usage, key_class, key_algorithm, modes_of_use, kcv, kcv_algorithm, exportable, enabled, state, origin, created_at, usage_start_at, material_sealed)
            SELECT account_id, region, printf('%016d', i), key_usage, key_class, key_algorithm, modes_of_use, kcv, kcv_algorithm, exportable, enabled, state, origin, created_at, usage_start_at, material_sealed
            FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT i FROM n), (SELECT * FROM key LIMIT 1);
            INSERT INTO alias (account_id, region, name, key_id) SELECT account_id, region, 'alias/key-' || key_id, key_id FROM key;
            COMMIT;
            """;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}

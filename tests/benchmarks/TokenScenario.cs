using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;
using PaymentCrypto.Local.KeyPairs;

namespace PaymentCrypto.Benchmarks;

/// <summary>GetParametersForImport: with an empty stock, with a warm one, and again with ReuseLastGeneratedToken.</summary>
internal sealed class TokenScenario : Scenario
{
    private const int TokensInStore = 100_000;
    private const int WarmStock = 48;
    private const int EmptyStockCalls = 100;

    public override string Name => "tokens";

    public override async Task RunAsync(Report report)
    {
        using ScratchStore scratch = new();
        await MeasureEmptyStockAsync(report, scratch);
        await MeasureSignatureAsync(report);

        using (ILocalEngine engine = scratch.Open(WarmStock))
        {
            IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
            await ImportAsync(service, reuse: false);
            await WaitForStock(scratch, WarmStock);
            await report.MeasureAsync("new import token, warm stock, one after a pause", 40, () => ImportAsync(service, reuse: false),
                () => WaitForStock(scratch, WarmStock));
            await report.MeasureAsync("new import token, warm stock, 40 in a row", 40, () => ImportAsync(service, reuse: false));
        }

        FillWithTokens(scratch.DatabasePath);
        using (ILocalEngine engine = scratch.Open(keyPairStock: 0))
        {
            IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
            await report.MeasureAsync("reuse, 100,000 tokens in the store", 2000, () => ImportAsync(service, reuse: true));
            await MeasureMemoryAsync(report, service);
        }
    }

    // RSA generation is so skewed that two series of it never agree: each call is set against the generation that it contains.
    private static async Task MeasureEmptyStockAsync(Report report, ScratchStore scratch)
    {
        double generation = 0;
        LocalEngineFactory factory = new(bits =>
        {
            long start = Stopwatch.GetTimestamp();
            var pair = RsaKeyPair.Generate(bits);
            generation = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            return pair;
        });
        using ILocalEngine engine = factory.Open(scratch.Options(keyPairStock: 0));
        IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
        await ImportAsync(service, reuse: false);

        double[] platform = new double[EmptyStockCalls];
        double[] calls = new double[EmptyStockCalls];
        for (int i = 0; i < EmptyStockCalls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await ImportAsync(service, reuse: false);
            calls[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            platform[i] = generation;
        }

        report.Row("RSA-2048 generation, the platform alone", platform);
        report.Row("new import token, empty stock", calls);
        report.Figure("empty stock / platform, over all calls", $"{calls.Sum() / platform.Sum():0.00}");
    }

    private static async Task MeasureSignatureAsync(Report report)
    {
        using var authority = RSA.Create(4096);
        byte[] certificate = new byte[700];
        Task Sign()
        {
            authority.SignData(certificate, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
            return Task.CompletedTask;
        }

        await report.MeasureAsync("RSA-4096 signature, the platform alone, in a row", 100, Sign);
        await report.MeasureAsync("RSA-4096 signature, the platform alone, one after a pause", 40, Sign, () => Task.Delay(200));
    }

    private static async Task MeasureMemoryAsync(Report report, IPaymentCryptography service)
    {
        long Settled() => GC.GetTotalMemory(forceFullCollection: true);
        long before = Settled();
        for (int i = 0; i < 1000; i++)
        {
            await ImportAsync(service, reuse: true);
        }

        report.Figure("managed memory after 1,000 calls", $"{(Settled() - before) / 1000.0:0.0} bytes per call");
    }

    private static async Task WaitForStock(ScratchStore scratch, int size)
    {
        while (Count(scratch.DatabasePath, "key_pair_stock") < size)
        {
            await Task.Delay(20);
        }
    }

    private static Task<GetParametersForImportResponse> ImportAsync(IPaymentCryptography service, bool reuse) => service.SendAsync(
        new GetParametersForImportRequest
        {
            KeyMaterialType = KeyMaterialType.Tr34KeyBlock,
            WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048,
            ReuseLastGeneratedToken = reuse,
        },
        CancellationToken.None);

    // Older than the last one, so that the last one is found among them.
    private static void FillWithTokens(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {TokensInStore.ToString(CultureInfo.InvariantCulture)})
            INSERT INTO token (token, direction, account_id, region, key_material_type, key_algorithm, created_at, valid_until, public_key_hash, certificate, issuer_generation, private_key_sealed)
            SELECT 'import-token-' || printf('%016d', i), direction, account_id, region, key_material_type, key_algorithm,
                   created_at - 1000 - i * 1000, valid_until - 1000 - i * 1000, randomblob(32), certificate, issuer_generation, private_key_sealed
            FROM n, (SELECT * FROM token ORDER BY sequence DESC LIMIT 1)
            """;
        command.ExecuteNonQuery();
    }

    private static long Count(string path, string table)
    {
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}

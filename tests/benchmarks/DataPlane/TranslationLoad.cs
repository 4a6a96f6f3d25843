using System.Diagnostics;
using System.Text.Json;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>
/// TranslatePinData over HTTP from 16 clients in this process: a server that does nothing, the endpoint, and the endpoint that verifies signatures, in turns.
/// </summary>
internal static class TranslationLoad
{
    private const int Clients = 16;
    private const int Rounds = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    public static async Task MeasureAsync(Report report)
    {
        using TranslationBench bench = new();
        EndpointAccessKey key = new() { AccessKeyId = "AKIDEXAMPLE", SecretAccessKey = "secret", AccountId = ScratchStore.Scope.AccountId };
        byte[] body = Body(bench);
        using IEndpoint plain = new EndpointFactory().Start(new EndpointOptions(), bench.Engine.ForScope);
        using IEndpoint verifying = new EndpointFactory().Start(new EndpointOptions { AccessKeys = [key] }, bench.Engine.ForScope);
        using var nothing = new TrivialServer(JsonSerializer.SerializeToUtf8Bytes(new
        {
            PinBlock = new string('0', 16),
            KeyArn = bench.Static.OutgoingKeyIdentifier,
            KeyCheckValue = "000000"
        }));
        (string Name, TranslationClient Client, List<double> Times)[] servers =
        [
            ("a server that does nothing", new TranslationClient(nothing.Url, body, null), []),
            ("the endpoint", new TranslationClient(plain.Url, body, null), []),
            ("the endpoint, signatures verified", new TranslationClient(verifying.Url, body, key), []),
        ];
        long before = 0;
        for (int round = -1; round < Rounds; round++)
        {
            foreach ((_, TranslationClient client, List<double> times) in servers)
            {
                // The first round is for the compiler, which on a busy machine takes its time.
                double[] turn = await RunAsync(client, round < 0 ? WarmUp : Turn);
                if (round >= 0)
                {
                    times.AddRange(turn);
                }
            }

            before = round == -1 ? GC.GetTotalMemory(forceFullCollection: true) : before;
        }

        double floor = servers[0].Times.Count;
        foreach ((string name, TranslationClient client, List<double> times) in servers)
        {
            double[] sorted = [.. times.Order()];
            double median = report.Row($"TranslatePinData, {Clients} clients, {name}", sorted);
            double p99 = sorted[sorted.Length * 99 / 100];
            report.Figure(
                $"the same: calls a second; beside nothing; p99 / p50",
                $"{sorted.Length / (Rounds * Turn.TotalSeconds):0}; {sorted.Length / floor:0.00}; {p99 / median:0.0}");
            client.Dispose();
        }

        Array.ForEach(servers, server => server.Times.Clear());
        report.Figure("managed memory after the first round and after the last",
            $"{before / 1048576.0:0.0} MB; {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0.0} MB");
    }

    /// <summary>The endpoint alone, for a profiler.</summary>
    public static async Task RepeatAsync(TimeSpan time)
    {
        using TranslationBench bench = new();
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions(), bench.Engine.ForScope);
        using var client = new TranslationClient(endpoint.Url, Body(bench), null);
        await RunAsync(client, time);
    }

    /// <summary>The body of a request.</summary>
    public static byte[] Body(TranslationBench bench) =>
        OperationCatalog.All.Single(operation => operation.Name == "TranslatePinData").WriteRequest(bench.Static);

    private static async Task<double[]> RunAsync(TranslationClient client, TimeSpan time)
    {
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        double[][] all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            List<double> times = [];
            while (Stopwatch.GetTimestamp() < end)
            {
                long start = Stopwatch.GetTimestamp();
                await client.CallAsync();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times.ToArray();
        })));
        return [.. all.SelectMany(static times => times)];
    }
}

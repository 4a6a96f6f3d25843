using System.Diagnostics;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>What two million calls leave behind: resident and managed memory after each half a million, in the engine and over HTTP.</summary>
internal static class TranslationMemory
{
    private const int Calls = 500_000;
    private const int Parts = 4;
    private const int Clients = 16;

    public static async Task MeasureAsync(Report report)
    {
        using TranslationBench bench = new();
        await RepeatAsync(report, "the engine", () =>
        {
            for (int i = 0; i < Calls; i++)
            {
                bench.Send(bench.Static);
            }

            return Task.CompletedTask;
        });
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions(), bench.Engine.ForScope);
        using TranslationClient client = new(endpoint.Url, TranslationLoad.Body(bench), null);
        await RepeatAsync(report, $"the endpoint, with its {Clients} clients", () => Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < Calls / Clients; i++)
            {
                await client.CallAsync();
            }
        }))));
    }

    private static async Task RepeatAsync(Report report, string what, Func<Task> calls)
    {
        List<string> memory = [];
        for (int part = 0; part <= Parts; part++)
        {
            if (part > 0)
            {
                await calls();
            }

            using var self = Process.GetCurrentProcess();
            double resident = self.WorkingSet64 / 1048576.0;
            memory.Add(FormattableString.Invariant($"{resident:0.0} ({GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:0.0})"));
        }

        report.Figure($"{what}: resident (managed) MB after 0, 0.5, 1, 1.5, 2 million calls", $"{string.Join("; ", memory)}");
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;

namespace PaymentCrypto.Crash;

/// <summary>The process that is killed. What it has acknowledged it says on standard output.</summary>
internal static class CrashWorker
{
    /// <summary>The operation has returned.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>The operation was refused with an error of ours.</summary>
    public const string Refused = "refused";

    /// <summary>After that the engine still answers.</summary>
    public const string Alive = "alive";

    /// <summary>Carries out a scenario.</summary>
    public static async Task RunAsync(CrashScenario scenario, CrashRoot root)
    {
        LocalEngineOptions options = scenario.Options(root.Options);
        LocalEngineFactory factory = new(bits => WorkerKeyPairs.Read(root, bits));
        var facts = Facts.Read(root.FactsPath);
        ILocalEngine? engine = scenario.OpensFirst ? factory.Open(options) : null;
        try
        {
            // A reader: connections, and what is made on first use, are there.
            CrashStage stage = new(root, options, facts, engine);
            if (engine is not null)
            {
                await stage.Send(new ListKeysRequest()).ConfigureAwait(false);
            }

            File.Delete(root.Begin);
            if (await TryAsync(scenario, stage, factory).ConfigureAwait(false))
            {
                Console.WriteLine(Acknowledged);
            }
            else if (engine is not null)
            {
                await stage.Send(new ListKeysRequest()).ConfigureAwait(false);
                Console.WriteLine(Alive);
            }
        }
        finally
        {
            engine?.Dispose();
        }
    }

    private static async Task<bool> TryAsync(CrashScenario scenario, CrashStage stage, LocalEngineFactory factory)
    {
        try
        {
            if (scenario.Covers == "DueDeletions")
            {
                using ILocalEngine late = factory.Open(stage.Options);
                await scenario.Run(stage with { Engine = late }).ConfigureAwait(false);
            }
            else
            {
                await scenario.Run(stage).ConfigureAwait(false);
            }

            return true;
        }
        catch (PaymentCryptographyException e)
        {
            Console.WriteLine($"{Refused} {e.ErrorId}: {e.Message.ReplaceLineEndings(" ")}");
            return false;
        }
    }
}

using BenchmarkDotNet.Running;
using PaymentCrypto.Benchmarks;
using PaymentCrypto.Benchmarks.DataPlane;

// `-- tokens` and the like run a scenario with a table of medians; anything else goes to BenchmarkDotNet.
IReadOnlyList<Scenario> scenarios = [new ModuleScenario(), new TokenScenario(), new Tr34Scenario(), new KeyScenario(), new ExchangeScenario(),
    new ResealScenario(), new RefusalScenario(), new EndpointScenario(), new PinScenario()];
if (args is [ColdImport.Argument, string manifest, string command])
{
    ColdImport.Run(manifest, command);
    return;
}

// The same call over and over, for a profiler: in the engine, and over HTTP.
if (args is ["repeat", "engine" or "http", string seconds])
{
    var time = TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture));
    if (args[1] == "engine")
    {
        TranslationPace.Repeat(time);
    }
    else
    {
        await TranslationLoad.RepeatAsync(time);
    }

    return;
}

if (args is [string name] && scenarios.FirstOrDefault(scenario => scenario.Name == name) is Scenario chosen)
{
    await chosen.RunAsync(new Report(Console.Out));
    return;
}

if (args.Length == 0)
{
    Console.WriteLine($"Scenarios: {string.Join(", ", scenarios.Select(scenario => scenario.Name))}. Micro-benchmarks: --filter '*'");
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);

using System.Globalization;
using BenchmarkDotNet.Running;
using PaymentCrypto.Benchmarks;
using PaymentCrypto.Benchmarks.DataPlane;
using PaymentCrypto.Benchmarks.Timing;

// `-- tokens` and the like run a scenario with a table of medians; anything else goes to BenchmarkDotNet.
// The number of samples is for `timing` alone: fewer, to see that it runs.
int samples = args is ["timing", string given] ? int.Parse(given, CultureInfo.InvariantCulture) : TimingScenario.Samples;
IReadOnlyList<Scenario> scenarios =
[
    new ModuleScenario(), new TokenScenario(), new Tr34Scenario(), new KeyScenario(), new ExchangeScenario(), new ResealScenario(), new RefusalScenario(),
    new TimingScenario(samples), new EndpointScenario(), new PinScenario(), new LoadScenario(), new MillionScenario(),
];
if (args is [ColdImport.Argument, string manifest, string command])
{
    ColdImport.Run(manifest, command);
    return;
}

// The same call over and over, for a profiler: in the engine, and over HTTP.
if (args is ["repeat", "engine" or "http", string seconds])
{
    var time = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
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

if ((args is [_] or ["timing", _]) && scenarios.FirstOrDefault(scenario => scenario.Name == args[0]) is Scenario chosen)
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

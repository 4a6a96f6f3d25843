using BenchmarkDotNet.Running;
using PaymentCrypto.Benchmarks;
using PaymentCrypto.Benchmarks.DataPlane;

// `-- tokens` and the like run a scenario with a table of medians; anything else goes to BenchmarkDotNet.
IReadOnlyList<Scenario> scenarios = [new ModuleScenario(), new TokenScenario(), new Tr34Scenario(), new KeyScenario(), new ExchangeScenario(), new ResealScenario(), new EndpointScenario(), new PinScenario()];
if (args is [ColdImport.Argument, string manifest, string command])
{
    ColdImport.Run(manifest, command);
    return;
}

if (args is ["translate", string seconds])
{
    TranslationPace.Repeat(TimeSpan.FromSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)));
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

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace PaymentCrypto.Mutation;

/// <summary>Sets Stryker's number of the active mutant and runs, quickest first, the tests that reach it until one fails.</summary>
internal sealed class Worker(Assembly mutated, string pattern, string folder, bool isFresh)
{
    // In seconds of the processor. A slower test takes no part: with hundreds of mutants it would cost hours. It could only kill more.
    private const double SlowestTest = 2;

    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly Suite = Assembly.Load("PaymentCrypto.Tests");

    private readonly Type _control = mutated.GetTypes()
        .Single(type => type.Name == "MutantControl" && type.Namespace!.StartsWith("Stryker", StringComparison.Ordinal));
    private readonly ITestFramework _tests = RegisteredEngineConfig.GetTestFramework(Suite, null);
    private readonly Dictionary<string, ITestCase> _cases = [];
    private readonly Dictionary<int, List<string>> _reached = [];
    private readonly HashSet<int> _static = [];
    private readonly Dictionary<string, double> _seconds = [];
    private double _deadline = double.MaxValue;

    /// <summary>Killed, Survived, NotReached (by no test) or Static (in what runs once). The last line of the file counts.</summary>
    public static Dictionary<int, string> ReadVerdicts(string folder) => !File.Exists(Path.Combine(folder, "verdicts")) ? [] : File
        .ReadLines(Path.Combine(folder, "verdicts")).Select(line => line.Split('\t')).GroupBy(part => int.Parse(part[0])).ToDictionary(
            group => group.Key, group => group.Last()[1]);

    /// <summary>Counts the mutant that was running when its process ended as killed; false when none was.</summary>
    public static bool KillUnfinished(string folder)
    {
        int running = int.Parse(File.ReadAllText(Path.Combine(folder, "running")));
        File.AppendAllText(Path.Combine(folder, "verdicts"), running < 0 ? "" : $"{running}\tKilled\tended or hung\n");
        File.WriteAllText(Path.Combine(folder, "running"), "-1");
        return running >= 0;
    }

    private int Active { set => _control.GetField("ActiveMutant", Members)!.SetValue(null, value); }

    private static double Cpu => Environment.CpuUsage.TotalTime.TotalSeconds;

    public async Task<int> RunAsync(IReadOnlyList<int> numbers)
    {
        Begin(isFresh ? numbers[0] : -1);
        Active = isFresh ? numbers[0] : -1;

        // Rows of a theory may use the library before any test does, and what runs once has run by then. While marks are taken no mutant is active.
        if (!isFresh)
        {
            StartCapture();
        }

        Xunit.TestContext.SetForInitialization(new Listener(), false, false);
        ITestFrameworkDiscoveryOptions options = TestFrameworkOptions.ForDiscovery(new TestAssemblyConfiguration());
        options.SetPreEnumerateTheories(true);
        await _tests.GetDiscoverer(Suite).Find(Take, options, null, CancellationToken.None);
        _static.UnionWith(isFresh ? [] : StopCapture().SelectMany(list => list));
        await ReadCoverageAsync();
        Dictionary<int, string> known = ReadVerdicts(folder);
        new Thread(Watch) { IsBackground = true }.Start();
        foreach (int number in numbers.Where(number => isFresh || !known.ContainsKey(number)))
        {
            await RunAsync(number);
        }

        return 0;
    }

    private async Task RunAsync(int number)
    {
        if (!isFresh && !_reached.ContainsKey(number))
        {
            Add(number, _static.Contains(number) ? "Static" : "NotReached", "");
            return;
        }

        // What runs once reaches every test, whichever was the first.
        string[] reaching = [.. (isFresh ? _cases.Keys : (IEnumerable<string>)_reached[number]).Where(_seconds.ContainsKey).OrderBy(test => _seconds[test])];
        Begin(number);
        _deadline = Cpu + 10 + (4 * reaching.Sum(test => _seconds[test]));
        Active = number;
        Listener heard = await RunTestsAsync(reaching);
        _deadline = double.MaxValue;
        Active = -1;
        Add(number, heard.Failures > 0 ? "Killed" : "Survived", heard.Failures > 0 ? heard.First : $"{reaching.Length} tests");
        Begin(-1);
    }

    private void Begin(int number) => File.WriteAllText(Path.Combine(folder, "running"), $"{number}");

    private void Add(int number, string verdict, string why) =>
        File.AppendAllText(Path.Combine(folder, "verdicts"), $"{number}\t{verdict}\t{why.ReplaceLineEndings(" ")}\n");

    private ValueTask<bool> Take(ITestCase test)
    {
        if (Regex.IsMatch($"{test.TestClassName}.{test.TestMethodName}", pattern))
        {
            _cases[test.UniqueID] = test;
        }

        return new ValueTask<bool>(true);
    }

    private async Task<Listener> RunTestsAsync(IEnumerable<string> tests)
    {
        ITestFrameworkExecutionOptions options = TestFrameworkOptions.ForExecution(new TestAssemblyConfiguration());
        options.SetParallelMode(ParallelMode.None);
        var all = new Listener();

        // A few at a time, since a run does not stop in the middle of a class.
        foreach (string[] some in tests.Chunk(8))
        {
            await _tests.GetExecutor(Suite).RunTestCases([.. some.Select(test => _cases[test])], all, options, all.Stop.Token);
            if (all.Failures > 0)
            {
                break;
            }
        }

        return all;
    }

    private async Task ReadCoverageAsync()
    {
        string file = Path.Combine(folder, "coverage");
        HashSet<string> measured = File.Exists(file) ? [.. File.ReadLines(file).Select(line => line.Split('\t')[0])] : [];
        await MeasureCoverageAsync(file, _cases.Keys.Where(test => !measured.Contains(test)));
        foreach (string[] part in File.ReadLines(file).Select(line => line.Split('\t')).Where(part => _cases.ContainsKey(part[0])))
        {
            _static.UnionWith(Numbers(part[3]));
            double seconds = double.Parse(part[1], CultureInfo.InvariantCulture);
            if (seconds > SlowestTest)
            {
                continue;
            }

            _seconds[part[0]] = seconds;
            foreach (int number in Numbers(part[2]))
            {
                (_reached.TryGetValue(number, out List<string>? tests) ? tests : _reached[number] = []).Add(part[0]);
            }
        }

        static IEnumerable<int> Numbers(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
    }

    // Each test alone; one that fails on the unchanged program is left out.
    private async Task MeasureCoverageAsync(string file, IEnumerable<string> tests)
    {
        foreach (string test in tests)
        {
            StartCapture();
            double start = Cpu;
            Listener heard = await RunTestsAsync([test]);
            string[] numbers = [.. StopCapture().Select(list => string.Join(',', list.Distinct()))];
            if (heard.Failures > 0)
            {
                Console.Error.WriteLine($"Left out: {_cases[test].TestCaseDisplayName}: {heard.First}");
            }

            double seconds = heard.Failures > 0 ? double.MaxValue : Cpu - start;
            File.AppendAllText(file, FormattableString.Invariant($"{test}\t{seconds:R}\t{numbers[0]}\t{numbers[1]}\n"));
        }
    }

    private void StartCapture()
    {
        _control.GetField("CaptureCoverage", Members)!.SetValue(null, true);
        _control.GetMethod("ResetCoverage", Members)!.Invoke(null, null);
    }

    /// <summary>What was reached, and of that what runs once.</summary>
    private IEnumerable<int>[] StopCapture()
    {
        var reached = (IList)_control.GetMethod("GetCoverageData", Members)!.Invoke(null, null)!;
        _control.GetField("CaptureCoverage", Members)!.SetValue(null, false);
        return [.. reached.Cast<IEnumerable<int>>().Select(list => list.ToArray())];
    }

    private void Watch()
    {
        // Counted in turns of this loop and not by a clock, so that a machine that sleeps kills nothing.
        for (int waited = 0; ; Thread.Sleep(250))
        {
            waited = _deadline == double.MaxValue ? 0 : waited + 1;
            if (Cpu > _deadline || waited > 1200)
            {
                Environment.Exit(3);
            }
        }
    }

    private sealed class Listener : IMessageSink
    {
        public CancellationTokenSource Stop { get; } = new();

        public int Failures { get; private set; }

        public string First { get; private set; } = string.Empty;

        // A failing test, and also a class that can not be made or an error of the runner.
        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is IErrorMetadata error && Failures++ == 0)
            {
                First = $"{message.GetType().Name}: {error.Messages.FirstOrDefault()?.Split('\n')[0]}";
                Stop.Cancel();
            }

            return Failures == 0;
        }
    }
}

using System.Globalization;

namespace PaymentCrypto.Crash;

/// <summary>Kills and fails scenarios, and keeps count.</summary>
internal sealed class Campaign : IDisposable
{
    private static readonly string[] Ways = [Fault.Kill, Fault.Torn, Fault.IoError, Fault.NoSpace, Fault.Full];

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("paymentcrypto-crash-");
    private readonly Lazy<CrashRoot> _warm;
    private readonly Dictionary<string, CrashReference> _references = [];
    private int _number;

    /// <summary>Makes a directory to work in.</summary>
    public Campaign() => _warm = new Lazy<CrashRoot>(() => WarmRoot.MakeAsync(Path.Combine(_directory.FullName, "warm")).GetAwaiter().GetResult());

    /// <summary>What a scenario does when nothing happens to it.</summary>
    public CrashReference Reference(CrashScenario scenario)
    {
        if (!_references.TryGetValue(scenario.Name, out CrashReference? reference))
        {
            _references[scenario.Name] = reference = CrashReference.Of(scenario, _warm.Value, _directory.FullName);
        }

        return reference;
    }

    /// <summary>Every fault of a scenario: at each writing call, in each way that the call can meet.</summary>
    public static IEnumerable<Fault> Faults(CrashReference reference)
    {
        foreach (string call in reference.Calls)
        {
            string[] parts = call.Split(' ');
            int at = int.Parse(parts[0], CultureInfo.InvariantCulture);
            int kind = int.Parse(parts[2], CultureInfo.InvariantCulture);
            foreach (string how in Ways.Where(how => (how != Fault.Torn || (kind & 2) != 0) && (how != Fault.Full || (kind & 1) != 0)))
            {
                yield return new Fault(how, at);
            }
        }
    }

    /// <summary>A copy of the root as each point begins; it goes with the campaign.</summary>
    public CrashRoot CopyOf(CrashReference reference) =>
        reference.Prepared.CopyTo(Path.Combine(
            _directory.FullName, string.Create(CultureInfo.InvariantCulture, $"point-{Interlocked.Increment(ref _number)}")));

    /// <summary>One point.</summary>
    /// <returns>Everything that is not as it must be; empty when all is well.</returns>
    public IReadOnlyList<string> Try(CrashReference reference, Fault fault)
    {
        CrashRoot root = CopyOf(reference);
        try
        {
            var run = WorkerRun.Of(reference.Scenario, root, fault);
            string where = run.Calls.FirstOrDefault(call => call.StartsWith($"{fault.At} ", StringComparison.Ordinal)) ?? "no such call";
            string said = run.Lines.Count > 0 ? $" [{run.Lines[0]}]" : string.Empty;
            return [.. Aftermath.Problems(reference, root, run, fault).Select(problem => $"{reference.Scenario}, {fault} ({where}){said}: {problem}")];
        }
        finally
        {
            Directory.Delete(root.Directory, recursive: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Delete(recursive: true);
}

using System.Text;
using PaymentCrypto.Crash.Scenarios;

namespace PaymentCrypto.Crash;

/// <summary>What a scenario does when nothing happens to it: the two states that a store may be in after anything that does.</summary>
internal sealed class CrashReference
{
    private readonly HashSet<string> _known;
    private readonly StoreState _after;

    private CrashReference(CrashScenario scenario, CrashRoot prepared, StoreState before, StoreState after, HashSet<string> known, IReadOnlyList<string> calls)
    {
        Scenario = scenario;
        Prepared = prepared;
        Before = before;
        Calls = calls;
        _known = known;
        _after = after;
        byte[][] inKeyFiles = [.. Directory.EnumerateFiles(prepared.Directory, "*.key", SearchOption.AllDirectories).Select(MasterKeyOf)];
        Secrets = [.. before.Secrets, .. inKeyFiles, WarmRoot.KnownKey, StoreState.SliceOf(File.ReadAllBytes(Path.Combine(prepared.Directory, "pair-2048")))];
    }

    /// <summary>The scenario.</summary>
    public CrashScenario Scenario { get; }

    /// <summary>The root as each point begins.</summary>
    public CrashRoot Prepared { get; }

    /// <summary>The store as each point begins.</summary>
    public StoreState Before { get; }

    /// <summary>The writing calls of an undisturbed run.</summary>
    public IReadOnlyList<string> Calls { get; }

    /// <summary>What may be in no file afterwards.</summary>
    public IReadOnlyList<byte[]> Secrets { get; }

    /// <summary>Runs it twice without a fault.</summary>
    public static CrashReference Of(CrashScenario scenario, CrashRoot warm, string directory)
    {
        CrashRoot prepared = warm.CopyTo(Path.Combine(directory, scenario.Name));
        scenario.Prepare(prepared);
        var before = StoreState.Read(prepared, passphrase: null);
        (StoreState first, IReadOnlyList<string> calls) = Undisturbed(scenario, prepared, directory, "first");
        (StoreState second, _) = Undisturbed(scenario, prepared, directory, "second");
        HashSet<string> known = [.. first.Values.Intersect(second.Values), .. before.Values];
        return new CrashReference(scenario, prepared, before, first, known, calls);
    }

    /// <summary>Whether a state is that of before.</summary>
    public bool IsBefore(StoreState state) => state.Canonical(_known) == Before.Canonical(_known);

    /// <summary>Whether a state is that of after.</summary>
    public bool IsAfter(StoreState state) => state.Canonical(_known) == _after.Canonical(_known);

    /// <summary>Whether only what the operation makes first is there, which whoever comes next uses.</summary>
    public bool IsPrepared(StoreState state)
    {
        bool IsFirst(string table) => table == $"'{Scenario.MakesFirst}'";
        return Scenario.MakesFirst is not null
            && state.Canonical(_known, IsFirst) == _after.Canonical(_known, IsFirst)
            && state.Canonical(_known, table => !IsFirst(table)) == Before.Canonical(_known, table => !IsFirst(table));
    }

    /// <summary>What a state has that neither has, for a report.</summary>
    public string Difference(StoreState state)
    {
        string[] rows = state.Canonical(_known).Split('\n');
        string[] after = _after.Canonical(_known).Split('\n');
        return $"rows that the state after has not: {string.Join("; ", rows.Except(after))}; that it lacks: {string.Join("; ", after.Except(rows))}";
    }

    private static (StoreState After, IReadOnlyList<string> Calls) Undisturbed(CrashScenario scenario, CrashRoot prepared, string directory, string name)
    {
        CrashRoot root = prepared.CopyTo(Path.Combine(directory, $"{scenario.Name}-{name}"));
        var run = WorkerRun.Of(scenario, root, Fault.None);
        if (run.ExitCode != 0 || !run.IsAcknowledged)
        {
            throw new CrashFailureException($"{scenario} fails without a fault (exit code {run.ExitCode}): {string.Join(" / ", run.Lines)}");
        }

        var after = StoreState.Read(root, scenario.Passphrase is { } passphrase ? Secret.Of(passphrase) : null);
        Directory.Delete(root.Directory, recursive: true);
        return (after, run.Calls);
    }

    private static byte[] MasterKeyOf(string keyFile) => Convert.FromBase64String(Encoding.ASCII.GetString(File.ReadAllBytes(keyFile)).Split('\n')[1]);
}

using System.Diagnostics;

namespace PaymentCrypto.Crash;

/// <summary>How a worker ended.</summary>
/// <param name="ExitCode">137 when it was killed.</param>
/// <param name="Lines">What it said.</param>
/// <param name="Calls">Its writing calls: number, call, kind, file beneath the root.</param>
internal sealed record WorkerRun(int ExitCode, IReadOnlyList<string> Lines, IReadOnlyList<string> Calls)
{
    private const int Killed = 137;

    /// <summary>Whether the operation was acknowledged.</summary>
    public bool IsAcknowledged => Lines.Contains(CrashWorker.Acknowledged);

    /// <summary>Whether it was refused with an error of ours.</summary>
    public bool IsRefused => Lines.Any(static line => line.StartsWith(CrashWorker.Refused, StringComparison.Ordinal));

    /// <summary>Whether it was killed.</summary>
    public bool IsKilled => ExitCode == Killed;

    /// <summary>Runs a scenario in a process of its own.</summary>
    public static WorkerRun Of(CrashScenario scenario, CrashRoot root, Fault fault)
    {
        string log = root.Directory + ".log";
        ProcessStartInfo start = new(Program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in (string[])[.. Arguments, "worker", scenario.Name, root.Directory])
        {
            start.ArgumentList.Add(argument);
        }

        foreach ((string name, string value) in ((string, string)[])
        [
            ("LD_PRELOAD", FaultShim.Library!), ("CRASH_ROOT", root.Directory), ("CRASH_AT", $"{fault.At}"), ("CRASH_HOW", fault.How), ("CRASH_LOG", log),
            ("TMPDIR", root.Temporary), ("DOTNET_EnableDiagnostics", "0"), ("DOTNET_TieredCompilation", "1"), ("DOTNET_TC_BackgroundWorkerTimeoutMs", "0"),
        ])
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string[] lines = (output + errors.GetAwaiter().GetResult()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] calls = File.Exists(log) ? File.ReadAllLines(log) : [];
        File.Delete(log);
        return new WorkerRun(process.ExitCode, lines, calls);
    }

    // A worker that was compiled ahead of time starts in no time: this program, if it is such a one, or the one that the variable names.
    private static string? Native => Environment.GetEnvironmentVariable("PAYMENTCRYPTO_CRASH_WORKER")
        ?? (System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported ? null : Environment.ProcessPath);

    private static string Program => Native ?? "dotnet";

    private static string[] Arguments => Native is null ? [Path.Combine(AppContext.BaseDirectory, "PaymentCrypto.Crash.dll")] : [];
}

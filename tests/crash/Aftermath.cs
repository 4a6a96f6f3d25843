using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Crash.Scenarios;
using PaymentCrypto.Local;
using PaymentCrypto.Local.Care;

namespace PaymentCrypto.Crash;

/// <summary>Looks at what a killed or failed worker has left, as the next process finds it.</summary>
internal static class Aftermath
{
    private static readonly StoreCare Care = new();

    /// <summary>Everything that is not as it must be.</summary>
    /// <param name="reference">What may be.</param>
    /// <param name="root">Where the worker was.</param>
    /// <param name="run">How it ended.</param>
    /// <param name="fault">What was done to it.</param>
    public static IEnumerable<string> Problems(CrashReference reference, CrashRoot root, WorkerRun run, Fault fault)
    {
        List<string> problems = [];
        if (Ending(run, fault) is { } ending)
        {
            problems.Add(ending);
        }

        // Before anybody tidies up.
        problems.AddRange(Clear(reference.Secrets, root));
        try
        {
            (StoreState state, string? passphrase) = Open(reference, root);
            problems.AddRange(Compare(reference, state, run));
            problems.AddRange(Clear([.. reference.Secrets, .. state.Secrets], root));
            problems.AddRange(Files(reference, root, state, passphrase, IsTidied(run, fault)));
        }
        catch (PaymentCryptographyException e)
        {
            problems.Add($"does not open: {e.ErrorId}: {e.Message}");
        }

        return problems;
    }

    private static string? Ending(WorkerRun run, Fault fault) => (run.IsKilled, run.ExitCode) switch
    {
        (true, _) when fault.IsDeadly => null,
        (false, 0) when run.IsAcknowledged => null,
        (false, 0) when run.IsRefused && !fault.IsDeadly => null,
        _ => $"ended with {run.ExitCode}: {string.Join(" / ", run.Lines.Take(6))}",
    };

    // A call that removes a file and fails leaves the file, whoever made it.
    private static bool IsTidied(WorkerRun run, Fault fault) =>
        !run.IsKilled && !run.Calls.Any(call => call.StartsWith($"{fault.At} unlink ", StringComparison.Ordinal));

    private static (StoreState State, string? Passphrase) Open(CrashReference reference, CrashRoot root)
    {
        try
        {
            return (StoreState.Read(root, passphrase: null), null);
        }
        catch (VaultException) when (reference.Scenario.Passphrase is not null)
        {
            return (StoreState.Read(root, Secret.Of(reference.Scenario.Passphrase)), reference.Scenario.Passphrase);
        }
    }

    private static IEnumerable<string> Compare(CrashReference reference, StoreState state, WorkerRun run)
    {
        bool isBefore = reference.IsBefore(state) || reference.IsPrepared(state);
        bool isAfter = reference.IsAfter(state);
        if (!isBefore && !isAfter)
        {
            yield return $"is neither before nor after; {reference.Difference(state)}";
        }
        else if (run.IsAcknowledged && !isAfter)
        {
            yield return "was acknowledged and is not there";
        }
        else if (run.IsRefused && !isBefore && !reference.Scenario.StandsWhenRefused)
        {
            yield return "was refused and is there";
        }
    }

    private static IEnumerable<string> Clear(IEnumerable<byte[]> secrets, CrashRoot root)
    {
        // A key file holds a master key, and the backups here include it.
        IEnumerable<string> files = ((string[])[root.Home, root.Temporary])
            .Where(Directory.Exists)
            .SelectMany(Directory.GetFiles)
            .Where(static file => !Path.GetFileName(file).StartsWith("master-", StringComparison.Ordinal));
        return new SecretSearch(secrets).In(files).Select(static file => $"a secret is in the clear in '{Path.GetFileName(file)}'");
    }

    private static List<string> Files(CrashReference reference, CrashRoot root, StoreState state, string? passphrase, bool isTidied)
    {
        LocalEngineOptions options = root.Options with { Passphrase = passphrase is null ? null : Secret.Of(passphrase) };
        List<string> problems = [];
        if (state == StoreState.Missing)
        {
            // Whoever comes next makes the store, beside whatever is there.
            new LocalEngineFactory().Open(options).Dispose();
        }

        StoreReport report = Care.Check(options, quick: false, progress: null, CancellationToken.None);
        problems.AddRange(report.Findings
            .Where(static finding => finding.Severity != StoreFindingSeverity.Information)
            .Select(static finding => $"the check finds {finding.Id}: {finding.Message}"));
        HashSet<string> accounted =
        [
            .. report.Findings.Where(finding => !isTidied || !IsUnfinished(finding.Subject)).Select(static finding => finding.Subject),
            root.Location.DatabasePath, root.Location.LockPath, root.Location.KeyFilePath(report.MasterKeyId ?? string.Empty),
        ];
        problems.AddRange(Directory.EnumerateFiles(root.Home)
            .Where(file => !accounted.Contains(file))
            .Select(static file => $"'{Path.GetFileName(file)}' is unaccounted for"));
        problems.AddRange(Backups(reference, root, options, isTidied));
        return problems;
    }

    // Whoever lives tidies up behind himself; a check that names what he left is for those who died.
    private static bool IsUnfinished(string path) => path.EndsWith(".tmp", StringComparison.Ordinal) || path.EndsWith(".new", StringComparison.Ordinal)
        || path.EndsWith(".restoring", StringComparison.Ordinal);

    private static IEnumerable<string> Backups(CrashReference reference, CrashRoot root, LocalEngineOptions options, bool isTidied)
    {
        bool mustBe = File.Exists(reference.Prepared.Backup);
        if (mustBe && !File.Exists(root.Backup))
        {
            yield return "the backup that was there is gone";
        }

        if (File.Exists(root.Backup))
        {
            StoreReport report = Care.CheckBackup(options, root.Backup, passphrase: null, keyFile: null, progress: null, CancellationToken.None);
            foreach (StoreReportFinding finding in report.Findings.Where(static finding => finding.Severity != StoreFindingSeverity.Information))
            {
                yield return $"the backup is not whole: {finding.Id}: {finding.Message}";
            }
        }

        if (!isTidied)
        {
            // The next backup sweeps up behind one that was killed, and the next check of one behind a check, in the worker's temporary directory.
            string next = Path.Combine(root.Backups, "next.pcbackup");
            Care.Backup(options, new StoreBackupRequest { File = next }, progress: null, CancellationToken.None);
            TemporaryImage.Sweep(root.Temporary);
            File.Delete(next);
        }

        foreach (string file in Directory.EnumerateFiles(root.Backups).Where(file => file != root.Backup).Concat(Directory.EnumerateFiles(root.Temporary)))
        {
            yield return $"'{Path.GetRelativePath(root.Directory, file)}' is unaccounted for";
        }
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;
using PaymentCrypto.Local.Care;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>What is done to a store as a whole: its making, its master key, its backups.</summary>
internal static class StoreScenarios
{
    /// <summary>The passphrase of those that set one.</summary>
    public const string Passphrase = "correct horse battery staple";

    private static readonly StoreCare Care = new();

    /// <summary>All of them.</summary>
    public static IEnumerable<CrashScenario> All =>
    [
        new("make-store", "Open", Open)
        {
            OpensFirst = false,
            StandsWhenRefused = true,
            Prepare = static root => Directory.Delete(root.Home, recursive: true),
        },
        new("open-store", "Open", Open) { OpensFirst = false },
        new("change-master-key", "RotateMasterKey", static stage => stage.Send(new RotateMasterKeyRequest())),
        new("set-passphrase", "RotateMasterKey", static stage => stage.Send(new RotateMasterKeyRequest { NewPassphrase = Secret.Of(Passphrase) }))
        {
            Passphrase = Passphrase,
            IsSlow = true,
        },
        new("backup", "Backup", static stage => Backup(stage, overwrite: false))
        {
            OpensFirst = false,
            Prepare = static root => File.Delete(root.Backup),
        },
        new("backup-over-another", "Backup", static stage => Backup(stage, overwrite: true)) { OpensFirst = false },
        new("backup-beside-a-session", "Backup", static stage => Backup(stage, overwrite: true)),
        new("check-backup", "CheckBackup", static stage =>
        {
            Refuse(Care.CheckBackup(stage.Options, stage.Root.Backup, passphrase: null, keyFile: null, progress: null, CancellationToken.None));
            return Task.CompletedTask;
        })
        {
            OpensFirst = false,
        },
        new("check", "Check", static stage =>
        {
            Refuse(Care.Check(stage.Options, quick: false, progress: null, CancellationToken.None));
            return Task.CompletedTask;
        })
        {
            OpensFirst = false,
        },
        new("restore-new", "Restore", static stage => Restore(stage, overwrite: false))
        {
            OpensFirst = false,
            Prepare = static root => Directory.Delete(root.Home, recursive: true),
        },
        new("restore-over-another", "Restore", static stage => Restore(stage, overwrite: true)) { OpensFirst = false },
    ];

    private static Task Open(CrashStage stage)
    {
        new LocalEngineFactory().Open(stage.Options).Dispose();
        return Task.CompletedTask;
    }

    private static Task Backup(CrashStage stage, bool overwrite)
    {
        StoreBackupRequest request = new() { File = stage.Root.Backup, IncludeKeyFile = true, Overwrite = overwrite };
        Care.Backup(stage.Options, request, progress: null, CancellationToken.None);
        return Task.CompletedTask;
    }

    private static Task Restore(CrashStage stage, bool overwrite)
    {
        Care.Restore(stage.Options, new StoreRestoreRequest { File = stage.Root.Backup, Overwrite = overwrite }, progress: null, CancellationToken.None);
        return Task.CompletedTask;
    }

    // A check reports what fails: for the run that is a refusal like any other.
    private static void Refuse(StoreReport report)
    {
        if (report.Findings.FirstOrDefault(static finding => finding.Severity == StoreFindingSeverity.Error) is { } finding)
        {
            throw new StoreException(StoreFailure.Inaccessible, $"{finding.Id}: {finding.Message}");
        }
    }
}

using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Commands.Providers;

namespace PaymentCrypto.Commands.Store;

/// <summary>Checks a local store, or a backup of one, and says what is wrong with it and what to do about it.</summary>
/// <remarks>
/// <para>Checked are the permissions of directory, database and key file, the database itself (SQLite's integrity check), the schema version, whether
/// the vault opens, whether every sealed secret authenticates, records that point at nothing, counters, and what has expired or soon will.</para>
/// <para>It also works on a store that does not open, because the passphrase is wrong, the file is damaged or newer, or there is none: what
/// keeps it from opening is then a finding, not an error. The store is never changed, not even by SQLite's own recovery, and other
/// sessions may go on using it.</para>
/// <para>Each finding has a stable id, a severity (Information, Warning or Error), the file or record that it is about, and a remedy. A store
/// without a finding of severity Error is healthy.</para>
/// <para>With -BackupFile a backup is checked in the same way without being restored.</para>
/// </remarks>
/// <seealso cref="BackupPcStoreCommand"/>
/// <seealso cref="RestorePcStoreCommand"/>
/// <seealso cref="SetPcProviderCommand"/>
[Cmdlet(VerbsDiagnostic.Test, "PcStore", DefaultParameterSetName = StoreSet)]
[OutputType(typeof(StoreHealth), typeof(bool))]
public sealed class TestPcStoreCommand : PcStoreCmdlet
{
    private const string StoreSet = "Store";
    private const string BackupSet = "Backup";

    /// <summary>A backup to check in place of the store.</summary>
    [Parameter(ParameterSetName = BackupSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? BackupFile { get; set; }

    /// <summary>The passphrase of the store, or of the backup. The session's own serves for the session's store.</summary>
    [Parameter]
    [Alias("StorePassphrase")]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The key file of a backup that needs one. It is looked for in the backup and beside the store unless given.</summary>
    [Parameter(ParameterSetName = BackupSet)]
    [ValidateNotNullOrEmpty]
    public string? KeyFile { get; set; }

    /// <summary>Leave out what takes time in a large store: SQLite's full check, and opening every sealed secret.</summary>
    [Parameter(ParameterSetName = StoreSet)]
    public SwitchParameter Quick { get; set; }

    /// <summary>Return only whether the store is healthy: true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override object? ErrorTarget => BackupFile ?? Path;

    private protected override void Execute()
    {
        LocalEngineOptions options = Options(Passphrase);
        string? backup = BackupFile is null ? null : ResolveFile(BackupFile);
        string? keyFile = KeyFile is null ? null : ResolveFile(KeyFile);
        bool quick = Quick.IsPresent;
        StoreReport report = Care((care, progress, stopped) => backup is null
            ? care.Check(options, quick, progress, stopped)
            : care.CheckBackup(options, backup, Passphrase, keyFile, progress, stopped));
        var health = new StoreHealth(report);
        WriteVerbose($"{report.Path}: {health}.");
        WriteObject(Quiet ? health.Healthy : health);
    }
}

using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Commands.Store;

/// <summary>Puts a backup in place as a local store: whole or not at all, and only after it has been verified.</summary>
/// <remarks>
/// <para>The seal of the file, the database in it and every sealed secret are verified first. A backup that was altered, or that does not open with what
/// was given, changes nothing.</para>
/// <para>A store that is there already is replaced only with -Force, in one transaction, and only while no other session or process has it open. A damaged
/// one is moved aside and kept. What protects the backup protects the store from then on: Update-PcVaultMasterKey changes that.</para>
/// <para>What happened in the store after the backup was made is not in it: keys that were imported since are missing, and keys that were
/// deleted since are there again. Deletions that have become due are carried out when the store is next opened.</para>
/// </remarks>
/// <seealso cref="BackupPcStoreCommand"/>
/// <seealso cref="TestPcStoreCommand"/>
/// <seealso cref="UpdatePcVaultMasterKeyCommand"/>
[Cmdlet(VerbsData.Restore, "PcStore", SupportsShouldProcess = true)]
[OutputType(typeof(RestoredStore))]
public sealed class RestorePcStoreCommand : PcStoreCmdlet
{
    /// <summary>The backup. Taken literally, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string? BackupFile { get; set; }

    /// <summary>The passphrase of the backup.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The key file of a backup that needs one. It is looked for in the backup and beside the store unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KeyFile { get; set; }

    /// <summary>Replace a store that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override object? ErrorTarget => BackupFile;

    private protected override void Execute()
    {
        LocalEngineOptions options = Options(passphrase: null);
        var request = new StoreRestoreRequest
        {
            File = ResolveFile(BackupFile!),
            Passphrase = Passphrase,
            KeyFile = KeyFile is null ? null : ResolveFile(KeyFile),
            Overwrite = Force,
        };
        string target = options.Directory ?? "the platform's default directory";
        if (!ShouldProcess(target, $"Restore the backup '{request.File}'"))
        {
            return;
        }

        // The session itself must not be what keeps the store in use.
        Session.Release(settings => IsStoreOf(options, settings));
        StoreRestoreResult result = Care((care, progress, stopped) => care.Restore(options, request, progress, stopped));
        Session.Remember(settings => IsStoreOf(options, settings), Passphrase);
        if (result.DamagedStore is { } damaged)
        {
            WriteWarning($"The store that was there is damaged. It was moved to '{damaged}'.");
        }

        WriteObject(new RestoredStore(result));
    }
}

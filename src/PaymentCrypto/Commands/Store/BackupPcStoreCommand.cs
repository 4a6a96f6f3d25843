using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Commands.Store;

/// <summary>Writes a consistent, sealed copy of a local store to one file, while other sessions may use the store.</summary>
/// <remarks>
/// <para>The copy is one state of the store: what others write meanwhile is either in it whole or not at all, and nobody has to wait. Secrets stay
/// sealed as they are in the store, and a seal over the whole file makes every alteration noticed, also of what is not secret. Every
/// secret is opened once in the copy, and the file is read back, before it gets its name. A file that is there already is kept unless -Force is given.</para>
/// <para>What opens the backup: with -Passphrase, that passphrase (Argon2id), on any machine. Without it, what opens the store: its passphrase, or its
/// key file, which is not in the backup. Keep a copy of that key file apart from the backups, or give -Passphrase: without
/// either nobody can ever read the keys. A key file that Update-PcVaultMasterKey has replaced still opens the backups of its time.
/// With -IncludeKeyFile the key file is in the backup, and whoever has the file has every key.</para>
/// <para>Ready RSA key pairs, which no token has yet, are left out: the store will hand them out itself, and no pair may ever be handed out twice.</para>
/// </remarks>
/// <seealso cref="RestorePcStoreCommand"/>
/// <seealso cref="TestPcStoreCommand"/>
/// <seealso cref="UpdatePcVaultMasterKeyCommand"/>
[Cmdlet(VerbsData.Backup, "PcStore", SupportsShouldProcess = true, DefaultParameterSetName = StoreSet)]
[OutputType(typeof(StoreBackup))]
public sealed class BackupPcStoreCommand : PcStoreCmdlet
{
    private const string StoreSet = "Store";
    private const string PassphraseSet = "Passphrase";
    private const string KeyFileSet = "KeyFile";

    /// <summary>The file to write. Taken literally, without wildcards; its directory must be there.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("OutFile")]
    [ValidateNotNullOrEmpty]
    public string? BackupFile { get; set; }

    /// <summary>Protect the backup with this passphrase, whatever protects the store.</summary>
    [Parameter(ParameterSetName = PassphraseSet, Mandatory = true)]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>Put the store's key file into the backup: it can then be restored without anything else, by anybody who has it.</summary>
    [Parameter(ParameterSetName = KeyFileSet, Mandatory = true)]
    public SwitchParameter IncludeKeyFile { get; set; }

    /// <summary>The passphrase that opens the store. The session's own serves for the session's store.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? StorePassphrase { get; set; }

    /// <summary>Replace a file that is there already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override object? ErrorTarget => BackupFile;

    private protected override void Execute()
    {
        if (Passphrase is { Length: 0 })
        {
            throw new InvalidConfigurationException("PcPassphraseEmpty",
                "The passphrase of the backup is empty. Leave -Passphrase out for a backup that opens with what opens the store.");
        }

        LocalEngineOptions options = Options(StorePassphrase);
        var request = new StoreBackupRequest
        {
            File = ResolveFile(BackupFile!),
            Passphrase = Passphrase,
            IncludeKeyFile = IncludeKeyFile,
            Overwrite = Force,
        };
        if (!ShouldProcess(request.File, "Back up the store"))
        {
            return;
        }

        StoreBackupResult result = Care((care, progress, stopped) => care.Backup(options, request, progress, stopped));
        WriteVerbose($"{result.StorePath}: {result.SecretsVerified} sealed secret(s) verified in the copy.");
        if (IncludeKeyFile)
        {
            WriteWarning($"The backup '{result.File}' has the store's master key in it: whoever has the file has every key.");
        }

        WriteObject(new StoreBackup(result));
    }
}

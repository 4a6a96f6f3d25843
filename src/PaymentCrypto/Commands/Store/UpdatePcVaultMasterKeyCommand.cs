using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.Providers;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands.Store;

/// <summary>Gives the local store a new master key.</summary>
/// <remarks>
/// <para>
/// Makes a new passphrase or key file open the store, gives the store a new data key, and seals every secret under that, all in one
/// transaction. The keys in the store stay as they are; the old passphrase or key file opens nothing any more, and an old copy of the
/// store with its key file opens nothing that is made from now on. What was in that copy stays known to whoever has it: replace those keys.
/// Other sessions that have the store open go on working with a new key file; they have to be given a new passphrase. Asks first;
/// use -Confirm:$false in automation.
/// </para>
/// </remarks>
/// <seealso cref="SetPcProviderCommand"/>
/// <seealso>about_PaymentCrypto_Local</seealso>
/// <seealso>about_PaymentCrypto_Security</seealso>
[Cmdlet(VerbsData.Update, "PcVaultMasterKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = PassphraseSet)]
[OutputType(typeof(VaultMasterKey))]
public sealed class UpdatePcVaultMasterKeyCommand : PcChangeCmdlet
{
    private const string PassphraseSet = "Passphrase";
    private const string KeyFileSet = "KeyFile";

    /// <summary>Protect the store with this passphrase from now on.</summary>
    [Parameter(ParameterSetName = PassphraseSet, Mandatory = true)]
    [ValidateNotNull]
    public SecureString? NewPassphrase { get; set; }

    /// <summary>Protect the store with a new key file beside it, in place of the passphrase or key file that it has.</summary>
    [Parameter(ParameterSetName = KeyFileSet, Mandatory = true)]
    public SwitchParameter KeyFile { get; set; }

    private RotateMasterKeyResponse Rotate()
    {
        var progress = new LatestProgress();
        var bar = new StoreProgressBar(WriteProgress, TimeProvider.System);
        RotateMasterKeyRequest request = new() { NewPassphrase = NewPassphrase, Progress = progress };
        try
        {
            return Send(request, () => Connection.SendAsync(request, Stopped), () => bar.Show(progress.Latest));
        }
        finally
        {
            bar.Complete();
        }
    }

    private protected override void Execute()
    {
        if (NewPassphrase is { Length: 0 })
        {
            throw new InvalidConfigurationException("PcPassphraseEmpty", "The new passphrase is empty: use -KeyFile for a store that a key file protects.");
        }

        string protection = NewPassphrase is null ? "a new key file" : "a new passphrase";
        string store = Connection.StorePath ?? "the store in memory";
        Begin(store);
        if (!ShouldChange(store, $"Replace the master key by {protection}"))
        {
            return;
        }

        RotateMasterKeyResponse response = Rotate();
        Session.ReplacePassphrase(Connection, NewPassphrase);
        if (Environment.GetEnvironmentVariable(ProviderEnvironment.PassphraseVariable) is { Length: > 0 })
        {
            WriteWarning($"The environment variable {ProviderEnvironment.PassphraseVariable} is set and does not know the new protection: other sessions "
                + "that use it will not open this store.");
        }

        WriteObject(new VaultMasterKey
        {
            MasterKeyId = response.MasterKeyId,
            Protection = response.Protection,
            CreateTimestamp = response.CreateTimestamp.UtcDateTime,
            Path = Connection.StorePath,
        });
    }
}

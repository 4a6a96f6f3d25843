using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands;

/// <summary>Gives the local store a new master key.</summary>
/// <remarks>
/// <para>
/// Seals the key that protects every secret of the store under a new passphrase or a new key file. The keys in the store stay as they are;
/// the old passphrase or key file opens nothing any more. Asks first; use -Confirm:$false in automation.
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

        RotateMasterKeyResponse response = Send(new RotateMasterKeyRequest { NewPassphrase = NewPassphrase });
        Session.ReplacePassphrase(Connection, NewPassphrase);
        if (Environment.GetEnvironmentVariable(ProviderEnvironment.PassphraseVariable) is { Length: > 0 })
        {
            WriteWarning($"The environment variable {ProviderEnvironment.PassphraseVariable} is set and does not know the new protection: other sessions that use it will not open this store.");
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

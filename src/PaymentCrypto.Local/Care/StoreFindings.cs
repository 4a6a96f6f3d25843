using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Local.Care;

/// <summary>Gathers findings, with the remedies that go with their ids.</summary>
internal sealed class StoreFindings
{
    // A store that is altered all over would fill the screen: the first of a kind tell enough.
    private const int MostOfOneKind = 20;

    private readonly List<StoreReportFinding> _findings = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    /// <summary>The findings, the worst first, otherwise in the order in which they were made.</summary>
    public IReadOnlyList<StoreReportFinding> Sorted() => [.. _findings.OrderByDescending(static finding => finding.Severity)];

    /// <summary>Notes what an operation would fail with.</summary>
    public void Add(PaymentCryptographyException e, string subject) => Add(e.ErrorId, StoreFindingSeverity.Error, subject, e.Message);

    /// <summary>Notes a finding.</summary>
    public void Add(string id, StoreFindingSeverity severity, string subject, string message, string? remedy = null)
    {
        int count = _byId[id] = _byId.GetValueOrDefault(id) + 1;
        if (count <= MostOfOneKind)
        {
            _findings.Add(new StoreReportFinding(id, severity, subject, message, remedy ?? RemedyOf(id)));
        }
        else if (count == MostOfOneKind + 1)
        {
            _findings.Add(new StoreReportFinding(id, severity, subject, $"There are more than {MostOfOneKind} findings like this one; the rest is left out.",
                RemedyOf(id)));
        }
    }

    private static string RemedyOf(string id) => id switch
    {
        "PcStoreMissing" => "Check the path. A new store is made there by Set-PcProvider -Path; an old one is put back by Restore-PcStore.",
        "PcStoreCorrupt" or StoreFindingId.Integrity =>
            "Restore the store from a backup with Restore-PcStore -Force, which keeps the damaged file under another name.",
        StoreFindingId.Interrupted => "Open the store once, for example with Get-PcKey, and check it again.",
        "PcStoreForeign" => "Choose another directory with -Path.",
        "PcStoreTooNew" => "Open it with the newer version of the module that wrote it.",
        "PcStoreBusy" => "Try again, or find the process that keeps the store.",
        "PcStoreInaccessible" => "Give this user the right to read and write the directory and its files.",
        "PcVaultKeyFileMissing" => "Put the key file back into the store's directory, or restore a backup that has a passphrase.",
        "PcVaultKeyFileWrong" => "Put back the key file that belongs to this store.",
        "PcVaultPassphraseRequired" => "Give the store's passphrase with -Passphrase.",
        "PcVaultPassphraseWrong" => "Give the right passphrase with -Passphrase.",
        "PcVaultPassphraseUnexpected" => "Leave the passphrase out.",
        "PcVaultSecretAltered" => "Restore the store from a backup with Restore-PcStore -Force: what was altered cannot be repaired.",
        "PcStoreBackupInvalid" or "PcStoreBackupMissing" => "Take another backup.",
        StoreFindingId.Permission => "Run the chmod that the message names.",
        StoreFindingId.SchemaOld => "Nothing: the store is brought forward when it is next opened. Back it up first if an older module may need it.",
        StoreFindingId.Reference => "Back the store up, and report this: PaymentCrypto does not leave such records behind.",
        StoreFindingId.Leftover => "Remove it once you are sure that no older backup needs it.",
        StoreFindingId.ExpiredTokens => "Clear-PcExpiredToken destroys expired tokens and their private keys.",
        StoreFindingId.Certificate => "Ask its owner for a new certificate and import it with Import-PcKey.",
        _ => "See the reference of errors.",
    };
}

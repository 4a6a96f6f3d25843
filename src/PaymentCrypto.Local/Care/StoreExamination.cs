using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>Examines one database file, in as many steps as its condition allows, and writes a report.</summary>
internal sealed class StoreExamination(string subject, DateTimeOffset now, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
{
    private static readonly TimeSpan SoonEnds = TimeSpan.FromDays(30);

    // What points at something by a column, and would be left hanging without it.
    private static readonly (string What, string Sql)[] References =
    [
        ("alias(es) of keys that are not there", "SELECT count(*) FROM alias a WHERE a.key_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM key k WHERE "
            + "k.account_id = a.account_id AND k.region = a.region AND k.key_id = a.key_id)"),
        ("tag(s) of keys that are not there", "SELECT count(*) FROM tag t WHERE NOT EXISTS (SELECT 1 FROM key k WHERE k.account_id = t.account_id AND "
            + "k.region = t.region AND k.key_id = t.key_id)"),
        ("policies of keys that are not there", "SELECT count(*) FROM policy p WHERE NOT EXISTS (SELECT 1 FROM key k WHERE k.account_id = p.account_id AND "
            + "k.region = p.region AND k.key_id = p.key_id)"),
        ("replica(s) of keys that are not there", "SELECT count(*) FROM key r WHERE r.primary_region IS NOT NULL AND r.primary_region <> r.region AND NOT "
            + "EXISTS (SELECT 1 FROM key k WHERE k.account_id = r.account_id AND k.region = r.primary_region AND k.key_id = r.key_id)"),
        ("token(s) of a certificate authority that is not there", "SELECT count(*) FROM token t WHERE NOT EXISTS (SELECT 1 FROM certificate_authority c "
            + "WHERE c.account_id = t.account_id AND c.region = t.region AND c.generation = t.issuer_generation)"),
        ("destroyed key(s) whose material is still there", "SELECT count(*) FROM key WHERE state = 'DELETE_COMPLETE' AND material_sealed IS NOT NULL"),
        ("account(s) and region(s) whose quota counter does not fit", "SELECT count(*) FROM quota_use q WHERE q.keys <> (SELECT count(*) FROM key k WHERE "
            + "k.account_id = q.account_id AND k.region = q.region AND k.state NOT IN ('DELETE_COMPLETE', 'CREATE_FAILED')) OR q.aliases <> (SELECT "
            + "count(*) FROM alias a WHERE a.account_id = q.account_id AND a.region = q.region)"),
    ];

    /// <summary>Told how far the examination has got.</summary>
    public IProgress<StoreCareProgress>? Progress => progress;

    /// <summary>Stops it.</summary>
    public CancellationToken Cancel => cancel;

    /// <summary>What was found so far.</summary>
    public StoreFindings Findings { get; } = new();

    /// <summary>The report so far.</summary>
    public StoreReport Report { get; private set; } = new()
    {
        Path = subject,
        Findings = [],
        NewestSchemaVersion = StoreSchema.CurrentVersion,
        VaultOpened = false,
        SecretsSkipped = true,
    };

    /// <summary>Examines a file.</summary>
    /// <param name="path">The database.</param>
    /// <param name="busyTimeout">How long to wait for a writer.</param>
    /// <param name="openVault">Opens the vault; throws a <see cref="VaultException"/> when it does not open.</param>
    /// <param name="quick">Leave out the full check and the secrets.</param>
    /// <returns>The vault's row; null when the file did not open.</returns>
    public VaultRecord? Examine(string path, TimeSpan busyTimeout, Func<StoreInspection, SecretVault> openVault, bool quick)
    {
        try
        {
            using var store = StoreInspection.Open(path, busyTimeout);
            return Examine(store, openVault, quick);
        }
        catch (StoreException e) when (
            e.InnerException is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_READONLY_ROLLBACK or SQLitePCL.raw.SQLITE_READONLY_RECOVERY })
        {
            Findings.Add(
                StoreFindingId.Interrupted,
                StoreFindingSeverity.Warning,
                subject,
                "A process died while it was writing. Its work is undone when the store is next opened; until then there is nothing more to see.");
        }
        catch (StoreException e)
        {
            Findings.Add(e, subject);
        }
        catch (SqliteException e)
        {
            Findings.Add(StoreErrors.Translate(e, subject), subject);
        }

        return null;
    }

    /// <summary>The report with every finding.</summary>
    public StoreReport Finish() => Report with { Findings = Findings.Sorted() };

    /// <summary>Adds to the report.</summary>
    public void Amend(Func<StoreReport, StoreReport> change) => Report = change(Report);

    private VaultRecord Examine(StoreInspection store, Func<StoreInspection, SecretVault> openVault, bool quick)
    {
        Amend(report => report with { SchemaVersion = store.Version });
        if (store.Version < StoreSchema.CurrentVersion)
        {
            Findings.Add(
                StoreFindingId.SchemaOld,
                StoreFindingSeverity.Information,
                subject,
                string.Create(CultureInfo.InvariantCulture, $"It has schema version {store.Version}; this module writes {StoreSchema.CurrentVersion}."));
        }

        VaultRecord record = store.Vault();
        Amend(report => report with
        {
            StoreId = record.StoreId,
            Protection = record.Protection,
            MasterKeyId = record.MasterKeyId,
            MasterKeyCreated = record.MasterKeyCreated,
        });
        CheckIntegrity(store, quick);
        try
        {
            using SecretVault vault = OpenSnapshot(store, openVault);
            Amend(report => report with { VaultOpened = true });
            if (!quick)
            {
                Verify(store, vault);
            }
        }
        catch (VaultException e)
        {
            Findings.Add(e, subject);
        }

        CheckReferences(store);
        CheckExpiry(store);
        return record;
    }

    // One state of the store from here on, with the vault of that state, whatever others write meanwhile.
    private static SecretVault OpenSnapshot(StoreInspection store, Func<StoreInspection, SecretVault> openVault)
    {
        while (true)
        {
            SecretVault vault = openVault(store);
            store.Connection.ExecuteScript("BEGIN DEFERRED");
            if (store.Vault().MasterKeyId == vault.MasterKeyId)
            {
                return vault;
            }

            // Another process has changed the master key between the two looks.
            vault.Dispose();
            store.Connection.ExecuteScript("ROLLBACK");
        }
    }

    private void CheckIntegrity(StoreInspection store, bool quick)
    {
        progress?.Report(new StoreCareProgress("Checking the database", 0, 0));
        foreach (string line in store.Connection.All(quick ? "PRAGMA quick_check(20)" : "PRAGMA integrity_check(20)",
            static row => row.GetString(0)).Where(static line => line != "ok"))
        {
            Findings.Add(StoreFindingId.Integrity, StoreFindingSeverity.Error, subject, $"The database is damaged: {line}");
        }

        foreach (string table in store.Connection.All("PRAGMA foreign_key_check", static row => row.GetString(0)).Distinct())
        {
            Findings.Add(StoreFindingId.Reference, StoreFindingSeverity.Warning, $"table {table}",
                $"Records of the table {table} point at others that are not there.");
        }
    }

    private void Verify(StoreInspection store, SecretVault vault)
    {
        long altered = 0;
        long verified = SealedSecrets.Verify(
            store,
            vault,
            (record, message) =>
            {
                altered++;
                Findings.Add("PcVaultSecretAltered", StoreFindingSeverity.Error, record, message);
            },
            progress,
            cancel);
        Amend(report => report with { SecretsVerified = verified, SecretsAltered = altered, SecretsSkipped = false });
    }

    private void CheckReferences(StoreInspection store)
    {
        if (!store.Has("key"))
        {
            return;
        }

        foreach ((string what, string sql) in References)
        {
            if ((long)store.Connection.Scalar(sql)! is var count and > 0)
            {
                Findings.Add(StoreFindingId.Reference, StoreFindingSeverity.Warning, subject,
                    string.Create(CultureInfo.InvariantCulture, $"There are {count} {what}."));
            }
        }
    }

    private void CheckExpiry(StoreInspection store)
    {
        StoreContents contents = StoreCensus.Of(store, now);
        Amend(report => report with { Contents = contents });
        if (contents.ExpiredTokens > 0)
        {
            Findings.Add(
                StoreFindingId.ExpiredTokens,
                StoreFindingSeverity.Information,
                subject,
                string.Create(CultureInfo.InvariantCulture, $"{contents.ExpiredTokens} of {contents.Tokens} import and export tokens have ended."));
        }

        if (!store.Has("key"))
        {
            return;
        }

        foreach (KeyRecord key in KeyTable.PublicKeys(store.Connection))
        {
            cancel.ThrowIfCancellationRequested();
            CheckCertificate(key);
        }
    }

    private void CheckCertificate(KeyRecord key)
    {
        try
        {
            using X509Certificate2 certificate = CertificateText.Load(key.Certificate!);
            DateTimeOffset end = certificate.NotAfter.ToUniversalTime();
            if (end - now < SoonEnds)
            {
                bool over = end <= now;
                Findings.Add(
                    StoreFindingId.Certificate,
                    over ? StoreFindingSeverity.Warning : StoreFindingSeverity.Information,
                    key.Arn,
                    $"The imported certificate {certificate.Subject} {(over ? "ended" : "ends")} at "
                        + $"{end.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}.");
            }
        }
        catch (CryptographicException)
        {
            Findings.Add("PcVaultSecretAltered", StoreFindingSeverity.Error, key.Arn, "Its certificate cannot be read.");
        }
    }
}

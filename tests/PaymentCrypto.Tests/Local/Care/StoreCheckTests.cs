using Microsoft.Data.Sqlite;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Care;

/// <summary>An examination finds what is wrong, says so with a stable id, and leaves every byte as it was.</summary>
public sealed class StoreCheckTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_good_store_has_no_findings_and_is_counted()
    {
        await _store.Fill();

        StoreReport report = AssertUntouched(() => _store.Check());

        Assert.Empty(report.Findings);
        Assert.Equal(2, report.SchemaVersion);
        Assert.Equal(("KeyFile", true, false), (report.Protection, report.VaultOpened, report.SecretsSkipped));
        Assert.Equal(new StoreContents { Keys = 2, Aliases = 1, Tokens = 1, CertificateAuthorities = 1, Scopes = 1 }, report.Contents);
        // Two keys, the token's private key and the authority's.
        Assert.Equal((4, 0), (report.SecretsVerified, report.SecretsAltered));
        Assert.Equal(RawStore.Strings(_store.DatabasePath, "SELECT store_id FROM vault"), [report.StoreId!]);
    }

    [Fact]
    public async Task A_store_that_others_use_is_checked_beside_them()
    {
        await _store.Fill();
        using ILocalEngine engine = _store.Open();
        using SqliteConnection writer = RawStore.Open(_store.DatabasePath);
        RawStore.Execute(writer, "BEGIN IMMEDIATE; DELETE FROM alias");

        StoreReport report = _store.Check();

        Assert.Empty(report.Findings);
        Assert.Equal(1, report.Contents!.Aliases);
    }

    [Fact]
    public async Task A_quick_check_opens_no_secret()
    {
        await _store.Fill();
        RawStore.Execute(_store.DatabasePath, "UPDATE token SET valid_until = valid_until + 1");

        StoreReport report = _store.Check(quick: true);

        Assert.Equal((true, true, 0L), (report.VaultOpened, report.SecretsSkipped, report.SecretsVerified));
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData("UPDATE token SET valid_until = valid_until + 1", "token import-token-")]
    [InlineData("UPDATE key SET exportable = 1 - exportable WHERE sequence = 1", "key arn:aws:payment-cryptography:us-east-1:111122223333:key/")]
    [InlineData("UPDATE key SET kcv = '000000' WHERE sequence = 2", "key arn:")]
    [InlineData("UPDATE certificate_authority SET region = 'eu-west-1'", "the certificate authority of ")]
    [InlineData("INSERT INTO key_pair_stock (algorithm, public_key, private_key_sealed) VALUES ('RSA_2048', x'00', x'0102')", "ready key pair ")]
    public async Task A_record_that_was_altered_is_named(string tampering, string record)
    {
        await _store.Fill();
        RawStore.Execute(_store.DatabasePath, tampering);

        StoreReport report = AssertUntouched(() => _store.Check());

        StoreReportFinding finding = Assert.Single(report.Findings, found => found.Severity == StoreFindingSeverity.Error);
        Assert.Equal("PcVaultSecretAltered", finding.Id);
        Assert.StartsWith(record, finding.Subject, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Remedy);
        Assert.Equal(1, report.SecretsAltered);
    }

    [Theory]
    [InlineData("missing", "PcStoreMissing")]
    [InlineData("text", "PcStoreCorrupt")]
    [InlineData("cut off", "PcStoreCorrupt")]
    [InlineData("newer", "PcStoreTooNew")]
    [InlineData("foreign", "PcStoreForeign")]
    [InlineData("no key file", "PcVaultKeyFileMissing")]
    [InlineData("another key file", "PcVaultKeyFileWrong")]
    public async Task A_store_that_does_not_open_is_a_finding(string condition, string id)
    {
        await _store.Fill();
        switch (condition)
        {
            case "missing": File.Delete(_store.DatabasePath); break;
            case "text": File.WriteAllText(_store.DatabasePath, new string('x', 5000)); break;
            case "cut off": File.WriteAllBytes(_store.DatabasePath, File.ReadAllBytes(_store.DatabasePath)[..50]); break;
            case "newer": RawStore.Execute(_store.DatabasePath, "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)"); break;
            case "foreign": RawStore.Execute(_store.DatabasePath, "PRAGMA application_id = 1; PRAGMA wal_checkpoint(TRUNCATE)"); break;
            case "no key file": File.Delete(_store.KeyFile()); break;
            default: File.WriteAllText(_store.KeyFile(), "paymentcrypto-master-key-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"); break;
        }

        StoreReport report = AssertUntouched(() => _store.Check());

        StoreReportFinding finding = report.Findings[0];
        Assert.Equal((id, StoreFindingSeverity.Error), (finding.Id, finding.Severity));
        Assert.NotEmpty(finding.Remedy);
        Assert.False(report.VaultOpened);
    }

    [Theory]
    [InlineData(null, "PcVaultPassphraseRequired")]
    [InlineData("wrong", "PcVaultPassphraseWrong")]
    [InlineData("right", null)]
    public async Task A_passphrase_decides_whether_the_vault_opens(string? given, string? id)
    {
        LocalEngineOptions WithPassphrase(string? text) => _store.Options with { Passphrase = text is null ? null : TemporaryStore.Secure(text) };
        await _store.Fill(_ => WithPassphrase("right"));

        StoreReport report = AssertUntouched(() => _store.Check(options: WithPassphrase(given)));

        Assert.Equal(id, report.Findings.Select(finding => finding.Id).SingleOrDefault());
        Assert.Equal("Passphrase", report.Protection);
        // What is not secret is told all the same.
        Assert.Equal(2, report.Contents!.Keys);
    }

    [Fact]
    public async Task Damage_inside_the_file_is_found()
    {
        await _store.Fill();
        byte[] bytes = File.ReadAllBytes(_store.DatabasePath);
        // Behind the first page, which is the table of contents.
        bytes.AsSpan(4096 * 3, 4096 * 4).Fill(0xA5);
        File.WriteAllBytes(_store.DatabasePath, bytes);

        StoreReport report = AssertUntouched(() => _store.Check());

        Assert.Contains(report.Findings, finding => finding is { Severity: StoreFindingSeverity.Error, Id: "PcStoreIntegrity" or "PcStoreCorrupt" });
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_log_is_read_and_left_there()
    {
        using (var worker = StoreWorker.Start(_store.Home, count: 0, "keys"))
        {
            worker.ReadLine();
            worker.Kill();
        }

        Assert.True(new FileInfo(_store.DatabasePath + "-wal").Length > 0);

        StoreReport report = AssertUntouched(() => _store.Check());

        Assert.Empty(report.Findings);
        Assert.True(report.Contents!.Keys > 0);
        Assert.Equal(report.Contents.Keys, report.SecretsVerified);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Records_that_hang_and_counters_that_are_wrong_are_found()
    {
        await _store.Fill();
        RawStore.Execute(_store.DatabasePath, "UPDATE alias SET key_id = 'nobody'; UPDATE quota_use SET keys = keys + 1");

        StoreReport report = _store.Check();

        Assert.Equal(["PcStoreReference", "PcStoreReference"], report.Findings.Select(finding => finding.Id));
        Assert.All(report.Findings, finding => Assert.Equal(StoreFindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public async Task Expired_tokens_and_left_over_key_files_are_pointed_out()
    {
        await _store.Fill();
        File.Copy(_store.KeyFile(), Path.Combine(_store.Home, "master-00112233445566778899AABBCCDDEEFF.key"));
        _store.Clock.Advance(TimeSpan.FromDays(30));

        StoreReport report = _store.Check();

        Assert.Equal(["PcStoreExpiredToken", "PcStoreLeftover"], report.Findings.Select(finding => finding.Id).Order());
        Assert.All(report.Findings, finding => Assert.Equal(StoreFindingSeverity.Information, finding.Severity));
        Assert.Equal(1, report.Contents!.ExpiredTokens);
    }

    [Fact]
    public async Task A_file_of_a_change_that_never_took_effect_opens_nothing_and_a_former_key_file_opens_old_backups()
    {
        await _store.Fill();
        string own = Path.GetFileNameWithoutExtension(_store.KeyFile())["master-".Length..];
        string other = new('0', own.Length);
        string pending = Path.Combine(_store.Home, $"master-{other}-replaces-{own}.key.new");
        string unfinished = Path.Combine(_store.Home, $"master-{other}-replaces-{own}.key.new.tmp");
        string former = Path.Combine(_store.Home, $"master-{other}.key");
        foreach (string file in (string[])[pending, unfinished, former])
        {
            File.Copy(_store.KeyFile(), file);
        }

        var told = _store.Check().Findings.ToDictionary(static finding => finding.Subject, static finding => finding.Message);

        Assert.Equal(new[] { pending, unfinished, former }.Order(), told.Keys.Order());
        Assert.Contains("opens nothing and never did", told[pending], StringComparison.Ordinal);
        Assert.Contains("opens nothing and never did", told[unfinished], StringComparison.Ordinal);
        Assert.Contains("a backup made before its master key was changed may need it", told[former], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loose_permissions_are_found_with_the_remedy()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await _store.Fill();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_store.KeyFile(), (UnixFileMode)0b110_100_100);
        }

        StoreReportFinding finding = Assert.Single(_store.Check().Findings);

        Assert.Equal(("PcStorePermission", StoreFindingSeverity.Warning, _store.KeyFile()), (finding.Id, finding.Severity, finding.Subject));
        Assert.Contains("chmod 600", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_schema_is_told_and_not_brought_forward()
    {
        await _store.Fill();
        RawStore.Execute(_store.DatabasePath, "PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)");

        StoreReport report = AssertUntouched(() => _store.Check());

        Assert.Equal("PcStoreSchemaOld", Assert.Single(report.Findings).Id);
        Assert.Equal((1, 2), (report.SchemaVersion, report.NewestSchemaVersion));
    }

    private T AssertUntouched<T>(Func<T> work)
    {
        Dictionary<string, string> before = CareStore.Snapshot(_store.Home);
        T result = work();
        Assert.Equal(before, CareStore.Snapshot(_store.Home));
        return result;
    }
}

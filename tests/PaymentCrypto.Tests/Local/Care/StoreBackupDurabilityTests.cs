using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Care;

/// <summary>Backup and restore beside real processes that write, and killed in the middle.</summary>
public sealed class StoreBackupDurabilityTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly TemporaryStore _other = new();
    private readonly List<StoreWorker> _workers = [];

    public void Dispose()
    {
        // Also those of a test that has failed.
        _workers.ForEach(static worker => worker.Dispose());
        _store.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_backup_beside_eight_writers_has_everything_acknowledged_before_and_is_whole()
    {
        const int Writers = 8;
        _workers.AddRange(Enumerable.Range(0, Writers).Select(number => StoreWorker.Start(_store.Home, count: 0, number < 2 ? "keys" : "tokens")));
        List<string> before = [.. _workers.Select(worker => worker.ReadLine()!.Split(' ')[0])];

        StoreBackupResult backup = _store.Backup();
        Assert.Equal(StoreFailure.InUse, Assert.Throws<StoreException>(() => _store.Restore(_store, request => request with { Overwrite = true })).Failure);
        List<string> acknowledged = [.. before];
        foreach (StoreWorker worker in _workers)
        {
            acknowledged.AddRange(worker.Kill().Select(line => line.Split(' ')[0]));
        }

        // The refused restore has harmed nobody.
        Assert.Empty(acknowledged.Except(await Everything(_store)));
        StoreRestoreResult restored = _store.Restore(_other, request => request with { KeyFile = _store.KeyFile() });
        Assert.Equal(backup.Contents, restored.Contents);
        HashSet<string> copied = await Everything(_other);
        Assert.Empty(before.Except(copied));
        Assert.Empty(copied.Except(await Everything(_store)));
        Assert.DoesNotContain(_other.Check().Findings, finding => finding.Severity != StoreFindingSeverity.Information);
        Assert.Equal(["0"], RawStore.Strings(_other.DatabasePath, "SELECT count(*) FROM key_pair_stock"));
    }

    [Fact]
    public void A_backup_that_is_killed_leaves_the_old_file_or_a_whole_new_one()
    {
        Make(_store, keys: 40);
        _store.Backup();
        for (int round = 0; round < 4; round++)
        {
            using var worker = StoreWorker.Start(_store.Home, count: 0, "backup", _store.BackupPath());
            for (int line = 0; line <= round % 3; line++)
            {
                worker.ReadLine();
            }

            worker.Kill();
            StoreReport report = CareStore.Care.CheckBackup(
                _store.Options, _store.BackupPath(), passphrase: null, keyFile: null, progress: null, TestContext.Current.CancellationToken);
            Assert.Empty(report.Findings);
            Assert.Equal(40, report.Contents!.Keys);
        }

        // The next one sweeps up what the killed ones have left.
        _store.Backup(request => request with { Overwrite = true });
        Assert.Equal([_store.BackupPath()], Directory.GetFiles(_store.Directory));
    }

    [Fact]
    public async Task A_restore_that_is_killed_leaves_the_old_store_or_the_new_one()
    {
        Make(_store, keys: 40);
        _store.Backup();
        Make(_store, keys: 7);
        for (int round = 0; round < 5; round++)
        {
            using var worker = StoreWorker.Start(_store.Home, count: 0, "restore", _store.BackupPath());
            for (int line = 0; line <= round % 4; line++)
            {
                worker.ReadLine();
            }

            worker.Kill();
            // Opening the store is what undoes half a restore.
            using ILocalEngine engine = _store.Open();
            Assert.Contains((await engine.Default().ListKeys()).Count, new[] { 40, 47 });
            Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
        }

        Assert.DoesNotContain(_store.Check().Findings, finding => finding.Severity != StoreFindingSeverity.Information);
    }

    [Fact]
    public void A_full_disk_is_a_clear_error_and_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The limit on file sizes is set by bash.");
        Make(_store, keys: 40);

        using var worker = StoreWorker.StartWithFileSizeLimit(_store.Home, count: 1, 32, "backup", _store.BackupPath());

        Assert.StartsWith("PcStoreFull: ", worker.ReadToEnd()[^1], StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_store.Directory));
    }

    [Fact]
    public void A_backup_beside_changes_of_the_master_key_succeeds_with_whatever_opens_it()
    {
        Make(_store, keys: 40);
        var worker = StoreWorker.Start(_store.Home, count: 0, "rotate");
        _workers.Add(worker);
        worker.ReadLine();
        for (int round = 0; round < 12; round++)
        {
            StoreBackupResult backup = _store.Backup(request => request with { Overwrite = true, IncludeKeyFile = round % 2 == 0 });
            Assert.Equal(40, backup.Contents.Keys);
            Assert.DoesNotContain(_store.Check().Findings, static finding => finding.Severity == StoreFindingSeverity.Error);
        }
    }

    [Theory]
    [InlineData("Copying the store", 10)]
    [InlineData("Opening every sealed secret", int.MaxValue)]
    public async Task A_change_of_the_master_key_at_any_step_of_a_backup_never_fails_it(string step, int changes)
    {
        await _store.Fill();
        using ILocalEngine engine = _store.Open();
        ChangesMasterKeyAt progress = new(engine, step, changes);

        StoreBackupResult backup = CareStore.Care.Backup(
            _store.Options,
            new StoreBackupRequest { File = _store.BackupPath(), IncludeKeyFile = true },
            progress,
            TestContext.Current.CancellationToken);

        Assert.NotEqual(0, progress.Changes);
        Assert.Equal(backup.Contents, _store.Restore(_other).Contents);
        Assert.DoesNotContain(_other.Check().Findings, static finding => finding.Severity == StoreFindingSeverity.Error);
    }

    [Fact]
    public void What_a_killed_backup_left_is_swept_by_a_backup_of_any_name_and_nothing_else_is()
    {
        Make(_store, keys: 1);
        string abandoned = Path.Combine(_store.Directory, $"monday.pcbackup.{Guid.NewGuid():N}.partial");
        string foreign = Path.Combine(_store.Directory, "download.partial");
        string orphan = Path.Combine(_store.Directory, $"tuesday.pcbackup.{Guid.NewGuid():N}.partial-image");
        foreach (string file in (string[])[abandoned, abandoned + "-image", orphan, foreign])
        {
            File.WriteAllText(file, "x");
        }

        _store.Backup();

        Assert.Equal(new[] { foreign, _store.BackupPath() }.Order(StringComparer.Ordinal), Directory.GetFiles(_store.Directory).Order(StringComparer.Ordinal));
    }

    private static void Make(TemporaryStore store, int keys)
    {
        using var worker = StoreWorker.Start(store.Home, keys, "keys");
        Assert.Equal(keys, worker.ReadToEnd().Count);
    }

    private static async Task<HashSet<string>> Everything(TemporaryStore store)
    {
        using ILocalEngine engine = store.Open();
        return [.. (await engine.Default().ListKeys()).Select(key => key.KeyArn!), .. (await AllTokens(engine.Default())).Select(token => token.Token)];
    }

    private static async Task<List<TokenSummary>> AllTokens(IPaymentCryptography service)
    {
        List<TokenSummary> tokens = [];
        ListTokensRequest request = new() { MaxResults = 1000 };
        do
        {
            ListTokensResponse page = await service.Send(request);
            tokens.AddRange(page.Tokens);
            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);

        return tokens;
    }

    private sealed class ChangesMasterKeyAt(ILocalEngine engine, string step, int most) : IProgress<StoreCareProgress>
    {
        public int Changes { get; private set; }

        public void Report(StoreCareProgress value)
        {
            if (value.Step == step && Changes < most)
            {
                Changes++;
                _ = engine.Default().Send(new RotateMasterKeyRequest()).GetAwaiter().GetResult();
            }
        }
    }
}

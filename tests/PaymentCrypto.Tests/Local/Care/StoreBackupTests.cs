using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Care;

/// <summary>What a backup holds, what opens it, and what it refuses.</summary>
public sealed class StoreBackupTests : IDisposable
{
    private const string Passphrase = "a passphrase for the backup";

    private readonly TemporaryStore _store = new();
    private readonly TemporaryStore _other = new();

    public void Dispose()
    {
        _store.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_passphrase_restores_a_store_anywhere_with_every_key_alias_tag_and_token()
    {
        await _store.Fill();
        StoreBackupResult backup = _store.Backup(request => request with { Passphrase = TemporaryStore.Secure(Passphrase) });
        StoreRestoreResult restored = _store.Restore(_other, request => request with { Passphrase = TemporaryStore.Secure(Passphrase) });

        Assert.Equal(("Passphrase", "Passphrase", false), (backup.Protection, restored.Protection, restored.Replaced));
        Assert.Equal(backup.Contents, restored.Contents);
        Assert.Empty(Directory.GetFiles(_other.Home, "*.key"));
        await AssertSameContent(options => options with { Passphrase = TemporaryStore.Secure(Passphrase) });
    }

    [Fact]
    public async Task A_key_file_restores_a_store_when_it_is_brought_along_and_only_then()
    {
        await _store.Fill();
        Assert.Equal("KeyFile", _store.Backup().Protection);

        Assert.Equal(VaultFailure.KeyFileMissing, Assert.Throws<VaultException>(() => _store.Restore(_other)).Failure);
        Assert.False(Directory.Exists(_other.Home) && File.Exists(_other.DatabasePath));

        _store.Restore(_other, request => request with { KeyFile = _store.KeyFile() });

        await AssertSameContent();
    }

    [Fact]
    public async Task The_key_file_is_in_the_backup_only_when_asked_for()
    {
        await _store.Fill();
        string key = File.ReadAllText(_store.KeyFile()).Split('\n')[1];
        _store.Backup();
        Assert.Equal(-1, File.ReadAllBytes(_store.BackupPath()).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(key)));

        Assert.Equal("None", _store.Backup(request => request with { IncludeKeyFile = true, Overwrite = true }).Protection);
        _store.Restore(_other);

        await AssertSameContent();
        Assert.Equal(File.ReadAllBytes(_store.KeyFile()), File.ReadAllBytes(_other.KeyFile()));
    }

    [Fact]
    public async Task The_file_is_private_has_no_clear_secret_and_no_ready_key_pair()
    {
        using (ILocalEngine engine = _store.Open(options => options with { KeyPairStock = 2 }))
        {
            await engine.Default().ImportParameters();
            await SpinUntil(() => RawStore.Strings(_store.DatabasePath, "SELECT count(*) FROM key_pair_stock") is ["2"]);
            _store.Backup();
        }

        byte[] bytes = File.ReadAllBytes(_store.BackupPath());
        // The DER prefix of every PKCS#8 RSA key.
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Convert.FromHexString("020100300D06092A864886F70D0101010500048204")));
        foreach (string pair in RawStore.Strings(_store.DatabasePath, "SELECT public_key FROM key_pair_stock"))
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Convert.FromHexString(pair)));
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_store.BackupPath()));
        }

        _store.Restore(_other, request => request with { KeyFile = _store.KeyFile() });
        Assert.Equal(["0"], RawStore.Strings(_other.DatabasePath, "SELECT count(*) FROM key_pair_stock"));
        Assert.Equal([_store.BackupPath()], Directory.GetFiles(_store.Directory));
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_unless_it_may_be_replaced()
    {
        await _store.Fill();
        File.WriteAllText(_store.BackupPath(), "mine");

        Assert.Equal(StoreFailure.BackupExists, Assert.Throws<StoreException>(() => _store.Backup()).Failure);
        Assert.Equal("mine", File.ReadAllText(_store.BackupPath()));
        Assert.Equal([_store.BackupPath()], Directory.GetFiles(_store.Directory));

        _store.Backup(request => request with { Overwrite = true });
        Assert.True(new FileInfo(_store.BackupPath()).Length > 4096);
    }

    [Fact]
    public async Task A_store_is_kept_unless_it_may_be_replaced_and_then_only_when_nobody_uses_it()
    {
        await _store.Fill();
        _store.Backup();
        using (ILocalEngine engine = _store.Open())
        {
            await engine.Default().CreateKey();
            Assert.Equal(StoreFailure.Exists, Assert.Throws<StoreException>(() => _store.Restore(_store)).Failure);
            Assert.Equal(StoreFailure.InUse, Assert.Throws<StoreException>(() => _store.Restore(_store, request => request with { Overwrite = true })).Failure);
            Assert.Equal(3, (await engine.Default().ListKeys()).Count);
        }

        Assert.True(_store.Restore(_store, request => request with { Overwrite = true }).Replaced);

        using ILocalEngine reopened = _store.Open();
        Assert.Equal(2, (await reopened.Default().ListKeys()).Count);
        Assert.Empty(_store.Check().Findings);
    }

    [Fact]
    public async Task A_damaged_store_makes_room_and_is_kept()
    {
        await _store.Fill();
        _store.Backup();
        byte[] damaged = new byte[8192];
        File.WriteAllBytes(_store.DatabasePath, damaged);
        File.WriteAllText(_store.DatabasePath + "-wal", "the log of a store that is gone");

        StoreRestoreResult restored = _store.Restore(_store, request => request with { Overwrite = true });

        Assert.Equal(damaged, File.ReadAllBytes(restored.DamagedStore!));
        Assert.Equal(["PcStoreLeftover"], _store.Check().Findings.Select(finding => finding.Id).Distinct());
        using ILocalEngine engine = _store.Open();
        Assert.Equal(2, (await engine.Default().ListKeys()).Count);
    }

    [Fact]
    public async Task A_database_of_another_program_is_never_replaced()
    {
        await _store.Fill();
        _store.Backup();
        Directory.CreateDirectory(_other.Home);
        RawStore.Execute(_other.DatabasePath, "CREATE TABLE contacts (name TEXT)");
        byte[] before = File.ReadAllBytes(_other.DatabasePath);

        Assert.Equal(
            StoreFailure.Foreign,
            Assert.Throws<StoreException>(() => _store.Restore(_other, request => request with { Overwrite = true, KeyFile = _store.KeyFile() })).Failure);
        Assert.Equal(before, File.ReadAllBytes(_other.DatabasePath));
    }

    [Fact]
    public async Task A_backup_that_was_altered_anywhere_is_refused_and_changes_nothing()
    {
        await _store.Fill();
        _store.Backup();
        byte[] good = File.ReadAllBytes(_store.BackupPath());
        int[] positions = [0, 30, 40, 200, 700, good.Length / 3, good.Length / 2, good.Length - 40, good.Length - 1];
        foreach (int position in positions)
        {
            byte[] bad = [.. good];
            bad[position] ^= 1;
            File.WriteAllBytes(_store.BackupPath(), bad);
            AssertRefused(position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        foreach (byte[] bad in new[] { good[..^1], good[..(good.Length / 2)], good[..10], [], [.. good, 0] })
        {
            File.WriteAllBytes(_store.BackupPath(), bad);
            AssertRefused($"{bad.Length} bytes");
        }

        File.WriteAllBytes(_store.BackupPath(), good);
        _store.Restore(_other, request => request with { KeyFile = _store.KeyFile() });

        void AssertRefused(string what)
        {
            PaymentCryptographyException error =
                Assert.ThrowsAny<PaymentCryptographyException>(() => _store.Restore(_other, request => request with { KeyFile = _store.KeyFile() }));
            // A bit in the sealed data key looks like another key file.
            Assert.True(error.ErrorId is "PcStoreBackupInvalid" or "PcVaultKeyFileWrong", $"{what}: {error.ErrorId}");
            Assert.False(File.Exists(_other.DatabasePath), what);
            StoreReport report = CareStore.Care.CheckBackup(
                _other.Options, _store.BackupPath(), passphrase: null, _store.KeyFile(), progress: null, TestContext.Current.CancellationToken);
            Assert.Equal(StoreFindingSeverity.Error, report.Findings[0].Severity);
        }
    }

    [Theory]
    [InlineData(null, VaultFailure.PassphraseRequired)]
    [InlineData("wrong", VaultFailure.PassphraseWrong)]
    public async Task A_wrong_passphrase_is_refused_and_changes_nothing(string? given, VaultFailure failure)
    {
        await _store.Fill();
        _store.Backup(request => request with { Passphrase = TemporaryStore.Secure(Passphrase) });

        VaultException error = Assert.Throws<VaultException>(() =>
            _store.Restore(_other, request => request with { Passphrase = given is null ? null : TemporaryStore.Secure(given) }));

        Assert.Equal(failure, error.Failure);
        Assert.False(Directory.Exists(_other.Home));
    }

    [Fact]
    public async Task A_store_with_an_altered_secret_is_not_backed_up_as_if_it_were_good()
    {
        await _store.Fill();
        RawStore.Execute(_store.DatabasePath, "UPDATE key SET kcv = '000000' WHERE sequence = 1");

        Assert.Equal(VaultFailure.SecretAltered, Assert.Throws<VaultException>(() => _store.Backup()).Failure);
        Assert.Empty(Directory.GetFiles(_store.Directory));
    }

    [Fact]
    public async Task A_backup_that_fails_keeps_the_one_that_it_was_to_replace()
    {
        await _store.Fill();
        _store.Backup();
        byte[] good = await File.ReadAllBytesAsync(_store.BackupPath(), TestContext.Current.CancellationToken);
        RawStore.Execute(_store.DatabasePath, "UPDATE key SET kcv = '000000' WHERE sequence = 1");

        Assert.Throws<VaultException>(() => _store.Backup(static request => request with { Overwrite = true }));

        Assert.Equal(good, await File.ReadAllBytesAsync(_store.BackupPath(), TestContext.Current.CancellationToken));
        Assert.Equal([_store.BackupPath()], Directory.GetFiles(_store.Directory));
    }

    [Fact]
    public async Task A_write_ahead_log_that_cannot_be_opened_is_not_looked_past()
    {
        await _store.Fill();
        _store.Backup();
        byte[] good = await File.ReadAllBytesAsync(_store.BackupPath(), TestContext.Current.CancellationToken);
        // Whoever can write in the directory may be writing to the log that this process cannot open.
        Directory.CreateDirectory(_store.DatabasePath + "-wal");

        StoreException error = Assert.Throws<StoreException>(() => _store.Backup(static request => request with { Overwrite = true }));

        Assert.Equal(StoreFailure.Inaccessible, error.Failure);
        Assert.Equal(good, await File.ReadAllBytesAsync(_store.BackupPath(), TestContext.Current.CancellationToken));
        Assert.Equal([_store.BackupPath()], Directory.GetFiles(_store.Directory));
    }

    [Fact]
    public async Task A_good_backup_is_told_from_outside()
    {
        await _store.Fill();
        _store.Backup(request => request with { Passphrase = TemporaryStore.Secure(Passphrase) });

        StoreReport report = CareStore.Care.CheckBackup(
            _other.Options, _store.BackupPath(), TemporaryStore.Secure(Passphrase), keyFile: null, progress: null, TestContext.Current.CancellationToken);

        Assert.Empty(report.Findings);
        Assert.Equal((4, true, TemporaryStore.Start.ToUnixTimeMilliseconds()),
            (report.SecretsVerified, report.VaultOpened, report.BackupCreated!.Value.ToUnixTimeMilliseconds()));
        Assert.False(Directory.Exists(_other.Home));
    }

    [Fact]
    public async Task A_cancelled_backup_leaves_no_file()
    {
        await _store.Fill();
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        Assert.Throws<OperationCanceledException>(() =>
            CareStore.Care.Backup(_store.Options, new StoreBackupRequest { File = _store.BackupPath() }, progress: null, stop.Token));
        Assert.Empty(Directory.GetFiles(_store.Directory));
    }

    // The stock is filled by a thread of low priority: what is asserted is that it happens, not when.
    private static async Task SpinUntil(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task AssertSameContent(Func<LocalEngineOptions, LocalEngineOptions>? change = null)
    {
        using ILocalEngine original = _store.Open();
        using ILocalEngine copy = _other.Open(change);
        List<KeySummary> keys = await original.Default().ListKeys();
        Assert.Equal(keys.Select(key => (key.KeyArn, key.KeyCheckValue)), (await copy.Default().ListKeys()).Select(key => (key.KeyArn, key.KeyCheckValue)));
        Assert.Equal("alias/pin", Assert.Single((await copy.Default().Send(new ListAliasesRequest())).Aliases!).AliasName);
        Assert.Equal("test", Assert.Single((await copy.Default().Send(new ListTagsForResourceRequest { ResourceArn = keys[0].KeyArn })).Tags!).Value);
        Assert.Equal((await original.Default().Tokens()).Select(token => token.Token), (await copy.Default().Tokens()).Select(token => token.Token));
        // The token's private key still opens, or it would not be reused.
        Assert.Equal(
            (await original.Default().ImportParameters(reuse: true)).ImportToken,
            (await copy.Default().ImportParameters(reuse: true)).ImportToken);
        // The files are as private as those of a store that the engine made.
        Assert.Empty(copy.OpeningWarnings);
    }
}

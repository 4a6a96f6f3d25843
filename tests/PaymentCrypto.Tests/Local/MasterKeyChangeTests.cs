using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Care;

namespace PaymentCrypto.Tests.Local;

/// <summary>What a change of the master key promises: an old copy opens nothing that is made later, and nobody else notices.</summary>
public sealed class MasterKeyChangeTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private readonly TemporaryStore _store = new();
    private readonly TemporaryStore _copy = new();

    public void Dispose()
    {
        _store.Dispose();
        _copy.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_old_copy_of_the_directory_opens_no_record_of_today(bool toPassphrase)
    {
        using (ILocalEngine engine = _store.Open())
        {
            _ = await engine.Default().ImportParameters();
        }

        Directory.CreateDirectory(_copy.Home);
        foreach (string file in Directory.GetFiles(_store.Home))
        {
            File.Copy(file, Path.Combine(_copy.Home, Path.GetFileName(file)));
        }

        string token;
        using (ILocalEngine engine = _store.Open())
        {
            await Rotate(engine, toPassphrase ? Passphrase : null);
            token = (await engine.Default().ImportParameters()).ImportToken!;
        }

        // The attack: every row of today's database, also of the vault's neighbours, read with the key file of yesterday.
        foreach (string table in new[] { "token", "certificate_authority", "key", "key_pair_stock" })
        {
            RawStore.Execute(_copy.DatabasePath,
                $"ATTACH '{_store.DatabasePath}' AS today; DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM today.{table}; DETACH today");
        }

        using ILocalEngine old = _copy.Open();
        Assert.Contains(await old.Default().Tokens(), summary => summary.Token == token);
        VaultException refused = await Assert.ThrowsAsync<VaultException>(() => old.Default().ImportParameters(reuse: true));
        Assert.Equal(VaultFailure.SecretAltered, refused.Failure);
    }

    [Fact]
    public async Task Every_sealed_column_is_sealed_anew_and_still_opens()
    {
        using ILocalEngine engine = _store.Open(static options => options with { KeyPairStock = 0 });
        await FillEveryTable(engine);
        List<string> columns = RawStore.Strings(
            _store.DatabasePath, "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name LIKE "
                + "'%\\_sealed' ESCAPE '\\' ORDER BY 1");
        List<string> before = Sealed(columns);
        Assert.Equal(columns.Count, before.Select(static line => line.Split('=')[0]).Distinct().Count());

        await Rotate(engine);

        Assert.Empty(before.Intersect(Sealed(columns)));
        Assert.Equal(before.Count, Sealed(columns).Count);
        StoreReport report = _store.Check();
        Assert.DoesNotContain(report.Findings, static finding => finding.Severity != StoreFindingSeverity.Information);
        Assert.Equal(before.Count - 1, report.SecretsVerified);

        List<string> Sealed(List<string> names) => [.. names.SelectMany(name => RawStore.Strings(
            _store.DatabasePath, $"SELECT '{name}=' || hex({name.Split('.')[1]}) FROM {name.Split('.')[0]} WHERE {name.Split('.')[1]} IS NOT NULL"))];
    }

    [Fact]
    public async Task Another_engine_with_the_store_open_reads_and_writes_at_its_next_call()
    {
        using ILocalEngine one = _store.Open();
        using ILocalEngine other = _store.Open();
        string token = (await other.Default().ImportParameters()).ImportToken!;

        await Rotate(one);
        // Reads first, with a key pair that it holds open; then writes, both without a word about the change.
        Assert.Equal(token, (await other.Default().ImportParameters(reuse: true)).ImportToken);
        await Rotate(one);
        string later = (await other.Default().ImportParameters()).ImportToken!;

        using ILocalEngine reopened = _store.Open();
        Assert.Equal(later, (await reopened.Default().ImportParameters(reuse: true)).ImportToken);
        Assert.DoesNotContain(_store.Check().Findings, static finding => finding.Severity != StoreFindingSeverity.Information);
    }

    [Fact]
    public async Task Another_engine_that_does_not_know_the_new_passphrase_is_told_so_and_writes_nothing()
    {
        using ILocalEngine one = _store.Open();
        using ILocalEngine other = _store.Open();
        _ = await other.Default().ImportParameters();

        await Rotate(one, Passphrase);

        VaultException refused = await Assert.ThrowsAsync<VaultException>(() => other.Default().ImportParameters());
        Assert.Equal(VaultFailure.PassphraseRequired, refused.Failure);
        Assert.Equal(["1"], RawStore.Strings(_store.DatabasePath, "SELECT count(*) FROM token"));
        _ = await one.Default().ImportParameters();
    }

    [Fact]
    public async Task Operations_beside_changes_of_the_master_key_all_succeed()
    {
        using ILocalEngine one = _store.Open();
        using ILocalEngine other = _store.Open();
        KeyReference key = await NewKey(one);
        Task<int>[] writers = [.. new[] { one, other }.Select(static engine => Task.Run(async () =>
        {
            int count = 0;
            for (; count < 40; count++)
            {
                _ = await NewKey(engine);
            }

            return count;
        }))];
        for (int change = 0; change < 10; change++)
        {
            await Rotate(change % 2 == 0 ? one : other);
        }

        int[] made = await Task.WhenAll(writers);
        Assert.Equal([40, 40], made);
        StoreReport report = _store.Check();
        Assert.DoesNotContain(report.Findings, static finding => finding.Severity != StoreFindingSeverity.Information);
        Assert.Equal(81, report.Contents!.Keys);
        Assert.NotNull(key.Arn);
    }

    [Fact]
    public async Task A_change_that_is_killed_leaves_the_store_before_it_or_after_it()
    {
        using (var maker = StoreWorker.Start(_store.Home, 60, "keys"))
        {
            Assert.Equal(60, maker.ReadToEnd().Count);
        }

        for (int round = 0; round < 8; round++)
        {
            using var worker = StoreWorker.Start(_store.Home, count: 0, "rotate");
            for (int line = 0; line <= round % 4; line++)
            {
                worker.ReadLine();
            }

            worker.Kill();
            StoreReport report = _store.Check();
            Assert.DoesNotContain(report.Findings, static finding => finding.Severity == StoreFindingSeverity.Error);
            Assert.Equal(60, report.Contents!.Keys);
            // Opening it ends what was begun, so that one key file is left, or one and a beginning that the next change removes.
            using ILocalEngine engine = _store.Open();
            _ = await NewKey(engine);
            RawStore.Execute(_store.DatabasePath, "DELETE FROM key WHERE sequence = (SELECT max(sequence) FROM key)");
        }

        using (ILocalEngine engine = _store.Open())
        {
            await Rotate(engine);
        }

        Assert.Single(Directory.GetFiles(_store.Home, "master-*"));
    }

    [Fact]
    public async Task A_change_that_is_stopped_or_finds_a_damaged_record_changes_nothing()
    {
        using ILocalEngine engine = _store.Open();
        _ = await engine.Default().ImportParameters();
        string before = Picture();

        using CancellationTokenSource stop = new();
        StopAtFirst progress = new(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            engine.Default().SendAsync(new RotateMasterKeyRequest { Progress = progress }, stop.Token));
        Assert.Equal(before, await Settled());

        RawStore.Execute(_store.DatabasePath, "UPDATE token SET valid_until = valid_until + 1");
        before = Picture();
        VaultException refused = await Assert.ThrowsAsync<VaultException>(() => Rotate(engine));
        Assert.Equal(VaultFailure.SecretAltered, refused.Failure);
        Assert.Equal(before, Picture());
    }

    [Fact]
    public async Task Progress_tells_how_many_secrets_are_done()
    {
        using ILocalEngine engine = _store.Open(static options => options with { KeyPairStock = 0 });
        for (int made = 0; made < 3; made++)
        {
            _ = await NewKey(engine);
        }

        Collected progress = new();
        await engine.Default().SendAsync(new RotateMasterKeyRequest { Progress = progress }, TestContext.Current.CancellationToken);

        Assert.Equal((3L, 3L), (progress.Reports[^1].Done, progress.Reports[^1].Total));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_master_key_and_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The limit on file sizes is set by bash.");
        using (var maker = StoreWorker.Start(_store.Home, 200, "keys"))
        {
            Assert.Equal(200, maker.ReadToEnd().Count);
        }

        string[] before = Directory.GetFiles(_store.Home, "master-*");
        using var worker = StoreWorker.StartWithFileSizeLimit(_store.Home, count: 1, 48, "rotate");

        Assert.StartsWith("PcStoreFull: ", worker.ReadToEnd()[^1], StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(_store.Home, "master-*"));
        Assert.DoesNotContain(_store.Check().Findings, static finding => finding.Severity != StoreFindingSeverity.Information);
    }

    [Fact]
    public async Task A_change_that_took_effect_but_was_not_tidied_up_is_ended_by_whoever_opens_the_store()
    {
        using (ILocalEngine engine = _store.Open())
        {
            _ = await NewKey(engine);
        }

        // As a kill between the commit and the renaming leaves it.
        string current = _store.KeyFile();
        string id = Path.GetFileNameWithoutExtension(current)["master-".Length..];
        string former = Path.Combine(_store.Home, $"master-{new string('A', 32)}.key");
        File.Copy(current, former);
        File.Move(current, Path.Combine(_store.Home, $"master-{id}-replaces-{new string('A', 32)}.key.new"));

        Assert.True(_store.Check().VaultOpened);
        _store.Open().Dispose();

        Assert.Equal([current], Directory.GetFiles(_store.Home, "master-*"));
    }

    private static async Task FillEveryTable(ILocalEngine engine)
    {
        _ = await engine.Default().ImportParameters();
        _ = await NewKey(engine);
        using ILocalEngine stocked =
            new PaymentCrypto.Local.LocalEngineFactory().Open(new LocalEngineOptions { Directory = Path.GetDirectoryName(engine.StorePath), KeyPairStock = 1 });
        _ = await stocked.Default().ImportParameters();
        while (RawStore.Strings(engine.StorePath!, "SELECT count(*) FROM key_pair_stock")[0] == "0")
        {
            await Task.Yield();
        }
    }

    private static async Task<KeyReference> NewKey(ILocalEngine engine) => new((await engine.Default().SendAsync(
        new CreateKeyRequest
        {
            Exportable = true,
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = KeyUsage.Tr31D0SymmetricDataEncryptionKey,
                KeyClass = KeyClass.SymmetricKey,
                KeyAlgorithm = KeyAlgorithm.Aes128,
                KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
            },
        },
        TestContext.Current.CancellationToken)).Key!.KeyArn!);

    private static Task<RotateMasterKeyResponse> Rotate(ILocalEngine engine, string? passphrase = null) => engine.Default().SendAsync(
        new RotateMasterKeyRequest { NewPassphrase = passphrase is null ? null : TemporaryStore.Secure(passphrase) }, TestContext.Current.CancellationToken);

    private string Picture() => string.Join(
        '\n',
        RawStore.Strings(_store.DatabasePath, "SELECT hex(data_key_sealed) FROM vault")
            .Concat(RawStore.Strings(_store.DatabasePath, "SELECT hex(private_key_sealed) FROM token"))
            .Concat(Directory.GetFiles(_store.Home, "master-*")));

    // A call that was stopped may still be on its way back when its caller has gone on; the next call comes after it.
    private async Task<string> Settled()
    {
        using IDisposable held = PaymentCrypto.Local.Storage.StoreLock.Take(new PaymentCrypto.Local.Storage.StoreLocation(_store.Home),
            TimeSpan.FromSeconds(30), TimeProvider.System);
        await Task.Yield();
        return Picture();
    }

    private sealed record KeyReference(string Arn);

    private sealed class StopAtFirst(CancellationTokenSource stop) : IProgress<StoreCareProgress>
    {
        public void Report(StoreCareProgress value)
        {
            // Not here: whoever waits for the call would go on inside it.
            _ = Task.Run(stop.Cancel);
            SpinWait.SpinUntil(() => stop.IsCancellationRequested);
        }
    }

    private sealed class Collected : IProgress<StoreCareProgress>
    {
        public List<StoreCareProgress> Reports { get; } = [];

        public void Report(StoreCareProgress value) => Reports.Add(value);
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

public sealed class VaultTests : IDisposable
{
    private const string Passphrase = "correct horse battery staple";

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("UPDATE token SET private_key_sealed = (SELECT private_key_sealed FROM token WHERE sequence = 1) WHERE sequence = 2")]
    [InlineData("UPDATE token SET valid_until = valid_until + 1 WHERE sequence = 2")]
    [InlineData("UPDATE token SET certificate = (SELECT certificate FROM token WHERE sequence = 1) WHERE sequence = 2")]
    [InlineData("UPDATE token SET token = 'import-token-aaaaaaaaaaaaaaaa' WHERE sequence = 2")]
    public async Task A_record_that_was_altered_or_swapped_outside_is_refused(string tampering)
    {
        await MakeTwoTokens();
        RawStore.Execute(_store.DatabasePath, tampering);

        await AssertAltered();
    }

    [Fact]
    public async Task A_single_flipped_bit_of_a_sealed_secret_is_noticed_wherever_it_is()
    {
        await MakeTwoTokens();
        byte[] sealedKey = Convert.FromHexString(RawStore.Strings(_store.DatabasePath, "SELECT private_key_sealed FROM token WHERE sequence = 2")[0]);
        foreach (int position in new[] { 0, 1, 12, 13, sealedKey.Length / 2, sealedKey.Length - 16, sealedKey.Length - 1 })
        {
            byte[] flipped = [.. sealedKey];
            flipped[position] ^= 1;
            RawStore.Execute(_store.DatabasePath, $"UPDATE token SET private_key_sealed = x'{Convert.ToHexString(flipped)}' WHERE sequence = 2");

            await AssertAltered();
        }
    }

    [Fact]
    public async Task No_secret_stands_in_the_files_in_the_clear()
    {
        await MakeTwoTokens();

        foreach (string file in Directory.GetFiles(_store.Home, "store.db*"))
        {
            byte[] bytes = File.ReadAllBytes(file);
            // The DER prefix of every PKCS#8 RSA key: version 0 and the rsaEncryption algorithm, followed by an OCTET STRING.
            byte[] privateKeyPrefix = Convert.FromHexString("020100300D06092A864886F70D0101010500048204");
            Assert.Equal(-1, bytes.AsSpan().IndexOf(privateKeyPrefix));
        }
    }

    [Fact]
    public async Task A_missing_key_file_is_named()
    {
        await MakeTwoTokens();
        string keyFile = _store.KeyFile();
        File.Move(keyFile, keyFile + ".away");

        Assert.Contains(keyFile, AssertVaultFails(VaultFailure.KeyFileMissing).Message, StringComparison.Ordinal);

        File.Move(keyFile + ".away", keyFile);
        _store.Open().Dispose();
    }

    [Theory]
    [InlineData("paymentcrypto-master-key-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")]
    [InlineData("paymentcrypto-master-key-1\nAAAA\n")]
    [InlineData("")]
    [InlineData("something else")]
    public async Task A_key_file_that_is_not_the_right_one_is_refused(string contents)
    {
        await MakeTwoTokens();
        File.WriteAllText(_store.KeyFile(), contents);

        AssertVaultFails(VaultFailure.KeyFileWrong);
    }

    [Fact]
    public void A_store_with_a_passphrase_opens_with_it_only_and_has_no_key_file()
    {
        Open(Passphrase).Dispose();
        Assert.Empty(Directory.GetFiles(_store.Home, "*.key"));

        Open(Passphrase).Dispose();
        AssertVaultFails(VaultFailure.PassphraseRequired);
        VaultException wrong = AssertVaultFails(VaultFailure.PassphraseWrong, "Correct horse battery staple");
        Assert.DoesNotContain("orrect horse", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passphrase_for_a_store_with_a_key_file_is_refused()
    {
        await MakeTwoTokens();

        AssertVaultFails(VaultFailure.PassphraseUnexpected, Passphrase);
    }

    [Fact]
    public void The_cost_of_the_passphrase_is_recorded_and_meets_the_OWASP_minimum()
    {
        Open(Passphrase).Dispose();

        Assert.Equal(
            ["65536|3|4|16"],
            RawStore.Strings(_store.DatabasePath,
                "SELECT argon2_memory_kib || '|' || argon2_iterations || '|' || argon2_lanes || '|' || length(argon2_salt) FROM vault"));
    }

    [Theory]
    [InlineData("argon2_memory_kib = 2147483647")]
    [InlineData("argon2_iterations = 1000000")]
    [InlineData("argon2_lanes = 0")]
    public void A_store_that_asks_for_an_absurd_cost_is_refused_rather_than_tried(string cost)
    {
        Open(Passphrase).Dispose();
        RawStore.Execute(_store.DatabasePath, $"UPDATE vault SET {cost}");

        Assert.Equal("PcStoreCorrupt", Assert.Throws<StoreException>(() => Open(Passphrase)).ErrorId);
    }

    [Fact]
    public async Task Rotation_replaces_the_key_file_and_keeps_every_secret_also_in_engines_that_are_open()
    {
        using ILocalEngine open = _store.Open();
        string? token = (await open.Default().ImportParameters()).ImportToken;
        string former = _store.KeyFile();
        byte[] formerBytes = File.ReadAllBytes(former);

        RotateMasterKeyResponse rotated = await open.Default().SendAsync(new RotateMasterKeyRequest(), TestContext.Current.CancellationToken);

        Assert.Equal("KeyFile", rotated.Protection);
        Assert.False(File.Exists(former));
        Assert.Contains(rotated.MasterKeyId, _store.KeyFile(), StringComparison.Ordinal);
        Assert.Equal(token, (await open.Default().ImportParameters(reuse: true)).ImportToken);
        using (ILocalEngine reopened = _store.Open())
        {
            Assert.Equal(token, (await reopened.Default().ImportParameters(reuse: true)).ImportToken);
        }

        File.WriteAllBytes(_store.KeyFile(), formerBytes);
        AssertVaultFails(VaultFailure.KeyFileWrong);
    }

    [Fact]
    public async Task Rotation_changes_between_key_file_and_passphrase_both_ways()
    {
        string? token;
        using (ILocalEngine engine = _store.Open())
        {
            token = (await engine.Default().ImportParameters()).ImportToken;
            await engine.Default().SendAsync(
                new RotateMasterKeyRequest { NewPassphrase = TemporaryStore.Secure(Passphrase) }, TestContext.Current.CancellationToken);
        }

        Assert.Empty(Directory.GetFiles(_store.Home, "*.key"));
        AssertVaultFails(VaultFailure.PassphraseRequired);
        using (ILocalEngine engine = Open(Passphrase))
        {
            Assert.Equal(token, (await engine.Default().ImportParameters(reuse: true)).ImportToken);
            await engine.Default().SendAsync(new RotateMasterKeyRequest(), TestContext.Current.CancellationToken);
        }

        AssertVaultFails(VaultFailure.PassphraseUnexpected, Passphrase);
        using ILocalEngine last = _store.Open();
        Assert.Equal(token, (await last.Default().ImportParameters(reuse: true)).ImportToken);
    }

    [Fact]
    public async Task A_store_in_memory_works_leaves_nothing_behind_and_takes_no_passphrase()
    {
        using ILocalEngine engine = _store.Open(options => options with { InMemory = true });
        string? token = (await engine.Default().ImportParameters()).ImportToken;

        Assert.Equal(token, (await engine.Default().ImportParameters(reuse: true)).ImportToken);
        Assert.Null(engine.StorePath);
        Assert.False(Directory.Exists(_store.Home));
        await Assert.ThrowsAsync<InvalidConfigurationException>(() => engine.Default().SendAsync(
            new RotateMasterKeyRequest { NewPassphrase = TemporaryStore.Secure(Passphrase) }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_key_file_of_a_gigabyte_is_refused_without_being_read()
    {
        await MakeTwoTokens();
        using (FileStream file = File.Open(_store.KeyFile(), FileMode.Open))
        {
            file.SetLength(1L << 30);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertVaultFails(VaultFailure.KeyFileWrong);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    private async Task MakeTwoTokens()
    {
        using ILocalEngine engine = _store.Open();
        _ = await engine.Default().ImportParameters();
        _ = await engine.Default().ImportParameters();
    }

    private async Task AssertAltered()
    {
        using ILocalEngine engine = _store.Open();
        VaultException error = await Assert.ThrowsAsync<VaultException>(() => engine.Default().ImportParameters(reuse: true));
        Assert.Equal(("PcVaultSecretAltered", ErrorKind.CorruptData), (error.ErrorId, error.Kind));
    }

    private VaultException AssertVaultFails(VaultFailure failure, string? passphrase = null)
    {
        VaultException error = Assert.Throws<VaultException>(() => Open(passphrase));
        Assert.Equal(("PcVault" + failure, ErrorKind.AuthenticationFailed), (error.ErrorId, error.Kind));
        return error;
    }

    private ILocalEngine Open(string? passphrase) =>
        _store.Open(options => options with { Passphrase = passphrase is null ? null : TemporaryStore.Secure(passphrase) });
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Tests.Local.Vault;

/// <summary>Opening a vault while another process changes the master key, and rows that somebody altered.</summary>
public sealed class VaultOpenerTests : IDisposable
{
    private const string StoreId = "0123456789ABCDEF0123456789ABCDEF";

    private static readonly SecretIdentity Identity = SecretIdentity.Of("test.secret", "one");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("paymentcrypto-test-");
    private readonly StoreLocation _location;
    private readonly MasterKey _former = MasterKey.Random(VaultProtection.KeyFile);
    private readonly MasterKey _current = MasterKey.Random(VaultProtection.KeyFile);
    private readonly SecretVault _vault;

    public VaultOpenerTests()
    {
        _location = new StoreLocation(_directory.FullName);
        _vault = new SecretVault(SealedEnvelope.NewKey(), StoreId, _current.Id);
        MasterKeyFile.Write(_location.KeyFilePath(_current.Id), _current.Bytes);
    }

    private VaultRecord Record => _current.Seal(_vault.DataKeyBytes, StoreId, TemporaryStore.Start);

    public void Dispose()
    {
        _vault.Dispose();
        _former.Dispose();
        _current.Dispose();
        _directory.Delete(recursive: true);
    }

    [Fact]
    public void The_vault_that_is_opened_opens_what_was_sealed_and_hands_over_what_opened_it()
    {
        using SecretVault opened = VaultOpener.Open(() => Record, _location, passphrase: null, out SecretBuffer masterKey);

        AssertOpens(opened);
        Assert.Equal((StoreId, _current.Id), (opened.StoreId, opened.MasterKeyId));
        Assert.Equal(_current.Bytes.ToArray(), masterKey.Span.ToArray());
        masterKey.Dispose();
    }

    [Theory]
    [InlineData(VaultProtection.KeyFile)]
    [InlineData(VaultProtection.Memory)]
    public void No_two_master_keys_are_alike(string protection)
    {
        using var one = MasterKey.Random(protection);
        using var other = MasterKey.Random(protection);

        Assert.Equal(32, one.Bytes.Length);
        Assert.False(one.Bytes.SequenceEqual(other.Bytes));
        Assert.NotEqual(one.Id, other.Id);
        Assert.Equal((protection, null), (one.Protection, one.Argon2));
    }

    // The row was read before another process changed the master key, the key file looked for after it.
    [Fact]
    public void A_master_key_that_changes_between_the_looks_at_row_and_file_is_looked_for_again()
    {
        VaultRecord former = _former.Seal(_vault.DataKeyBytes, StoreId, TemporaryStore.Start);
        Queue<VaultRecord> rows = new([former, Record, Record]);

        using SecretVault opened = VaultOpener.Open(rows.Dequeue, _location, passphrase: null);

        AssertOpens(opened);
    }

    [Fact]
    public void A_key_file_that_is_missing_is_looked_for_no_further_while_the_row_stays_the_same()
    {
        VaultRecord former = _former.Seal(_vault.DataKeyBytes, StoreId, TemporaryStore.Start);

        VaultException refusal = Assert.Throws<VaultException>(() => VaultOpener.Open(() => former, _location, passphrase: null));

        Assert.Equal(VaultFailure.KeyFileMissing, refusal.Failure);
        Assert.Contains(_location.KeyFilePath(_former.Id), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_row_of_another_store_under_the_same_master_key_is_refused()
    {
        VaultRecord moved = Record with { StoreId = "another" };

        Assert.Equal(VaultFailure.KeyFileWrong, Assert.Throws<VaultException>(() => VaultOpener.Open(() => moved, _location, passphrase: null)).Failure);
    }

    [Theory]
    [InlineData(VaultProtection.Memory)]
    [InlineData(VaultProtection.Passphrase)]
    [InlineData("None")]
    public void A_row_that_says_nothing_usable_of_its_protection_is_damage(string protection)
    {
        VaultRecord changed = Record with { Protection = protection };

        Assert.Equal(StoreFailure.Corrupt,
            Assert.Throws<StoreException>(() => VaultOpener.Open(() => changed, _location, TemporaryStore.Secure("passphrase"))).Failure);
    }

    // What another vault of the same store opens stays open when the first one is closed: a backup outlives the session that began it.
    [Fact]
    public void A_shared_vault_lives_on_its_own_and_follows_no_change()
    {
        byte[] envelope = _vault.Seal([1, 2, 3], Identity);
        using SecretVault shared = _vault.Share();
        using SecretVault next = new(SealedEnvelope.NewKey(), StoreId, "next");
        _vault.TakeOver(next.Share());

        using SecretBuffer opened = shared.Open(envelope, Identity, "record");

        Assert.Equal([1, 2, 3], opened.Span.ToArray());
        Assert.Equal((_current.Id, "next"), (shared.MasterKeyId, _vault.MasterKeyId));
        Assert.Equal(VaultFailure.SecretAltered, Assert.Throws<VaultException>(() => _vault.Open(envelope, Identity, "record")).Failure);
    }

    private void AssertOpens(SecretVault opened)
    {
        using SecretBuffer secret = opened.Open(_vault.Seal([1, 2, 3], Identity), Identity, "record");
        Assert.Equal([1, 2, 3], secret.Span.ToArray());
    }
}

using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Vault;
using PaymentCrypto.Tests.Local.Exchange;

namespace PaymentCrypto.Tests.Local.Vault;

/// <summary>Private keys that stay open: to one borrower at a time, a few of them, and none after something was destroyed.</summary>
public sealed class OpenedRsaKeysTests : IDisposable
{
    private readonly SecretVault _vault = new(SealedEnvelope.NewKey(), "store", "master");
    private readonly OpenedRsaKeys _keys;
    private readonly byte[] _privateKey = PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048).ExportPkcs8PrivateKey();

    public OpenedRsaKeysTests() => _keys = new OpenedRsaKeys(_vault);

    public void Dispose()
    {
        _keys.Dispose();
        _vault.Dispose();
    }

    [Fact]
    public void A_key_that_was_returned_is_lent_again_as_it_is()
    {
        byte[] envelope = Seal("a");
        RSA first = Used(envelope, "a");

        Assert.Same(first, Used(envelope, "a"));
    }

    [Fact]
    public void Two_borrowers_never_have_the_same_key_at_once()
    {
        byte[] envelope = Seal("a");
        Used(envelope, "a");

        using RsaKeyLease one = Lend(envelope, "a");
        using RsaKeyLease other = Lend(envelope, "a");

        Assert.NotSame(one.Key, other.Key);
    }

    [Fact]
    public void A_lease_that_is_over_gives_no_key_and_returns_it_once()
    {
        byte[] envelope = Seal("a");
        RsaKeyLease over = Lend(envelope, "a");
        over.Dispose();
        over.Dispose();

        Assert.Throws<ObjectDisposedException>(() => over.Key);
        using RsaKeyLease one = Lend(envelope, "a");
        using RsaKeyLease other = Lend(envelope, "a");
        Assert.NotSame(one.Key, other.Key);
    }

    [Fact]
    public void An_open_key_is_not_lent_for_another_record_or_envelope()
    {
        byte[] envelope = Seal("a");
        Used(envelope, "a");
        byte[] changed = [.. envelope];
        changed[^1] ^= 1;

        Assert.Equal(VaultFailure.SecretAltered, Assert.Throws<VaultException>(() => Lend(envelope, "b")).Failure);
        Assert.Equal(VaultFailure.SecretAltered, Assert.Throws<VaultException>(() => Lend(changed, "a")).Failure);
    }

    [Fact]
    public void The_eight_that_were_used_last_stay_open_and_the_ninth_is_closed()
    {
        List<byte[]> envelopes = [.. Enumerable.Range(0, 9).Select(index => Seal($"{index}"))];
        List<RSA> keys = [.. envelopes.Take(8).Select((envelope, index) => Used(envelope, $"{index}"))];
        Assert.Same(keys[0], Used(envelopes[0], "0"));

        RSA ninth = Used(envelopes[8], "8");

        Assert.Throws<ObjectDisposedException>(() => keys[1].ExportSubjectPublicKeyInfo());
        Assert.Same(ninth, Used(envelopes[8], "8"));
        Assert.Same(keys[0], Used(envelopes[0], "0"));
        Assert.All(Enumerable.Range(2, 6), index => Assert.Same(keys[index], Used(envelopes[index], $"{index}")));
    }

    [Fact]
    public void What_is_sealed_but_is_no_key_is_lent_to_nobody()
    {
        byte[] envelope = _vault.Seal([1, 2, 3], IdentityOf("a"));

        Assert.ThrowsAny<CryptographicException>(() => Lend(envelope, "a"));
    }

    // A token that was revoked, a key that was destroyed: nothing of it may live on in memory.
    [Fact]
    public void What_was_destroyed_is_closed_and_what_is_lent_then_is_closed_when_it_returns()
    {
        byte[] envelope = Seal("a");
        RSA idle = Used(Seal("b"), "b");
        RsaKeyLease lent = Lend(envelope, "a");
        RSA key = lent.Key;

        _keys.Forget();

        Assert.Throws<ObjectDisposedException>(() => idle.ExportSubjectPublicKeyInfo());
        Assert.NotEmpty(key.ExportSubjectPublicKeyInfo());
        lent.Dispose();
        Assert.Throws<ObjectDisposedException>(() => key.ExportSubjectPublicKeyInfo());
        Assert.NotSame(key, Used(envelope, "a"));
    }

    [Fact]
    public void Another_data_key_closes_every_key()
    {
        RSA idle = Used(Seal("a"), "a");

        _vault.TakeOver(new SecretVault(SealedEnvelope.NewKey(), "store", "next"));

        Assert.Throws<ObjectDisposedException>(() => idle.ExportSubjectPublicKeyInfo());
        Assert.Equal("next", _vault.MasterKeyId);
    }

    [Fact]
    public void The_end_of_the_store_closes_every_key()
    {
        RSA idle = Used(Seal("a"), "a");

        _keys.Dispose();

        Assert.Throws<ObjectDisposedException>(() => idle.ExportSubjectPublicKeyInfo());
    }

    private static SecretIdentity IdentityOf(string record) => SecretIdentity.Of("test.private_key", record);

    private byte[] Seal(string record) => _vault.Seal(_privateKey, IdentityOf(record));

    private RsaKeyLease Lend(byte[] envelope, string record) => _keys.Lend(envelope, IdentityOf(record), record);

    private RSA Used(byte[] envelope, string record)
    {
        using RsaKeyLease lease = Lend(envelope, record);
        return lease.Key;
    }
}

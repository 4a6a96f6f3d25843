using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Operations.Tokens;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Stores;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;
using PaymentCrypto.Tests.Local.Keys;
using States = PaymentCrypto.Local.Keys.KeyStates;

namespace PaymentCrypto.Tests.Local.KeyRing;

/// <summary>Keys that stay open between calls: the same one as long as it is the same, closed when the last borrower returns it after its end.</summary>
public sealed class OpenedKeysTests : IDisposable
{
    private static readonly AccountScope Scope = new(AccountScope.DefaultAccountId, AccountScope.DefaultRegion);

    private readonly TemporaryStore _directory = new();
    private readonly LocalStore _store;
    private readonly OpenedRsaKeys _privateKeys;
    private readonly OpenedKeys _keys;

    public OpenedKeysTests()
    {
        _store = LocalStore.Open(_directory.Options);
        _privateKeys = new OpenedRsaKeys(_store.Vault);
        _keys = new OpenedKeys(_store.Database, new KeyMaterials(_store.Vault, _privateKeys));
    }

    public void Dispose()
    {
        _keys.Dispose();
        _privateKeys.Dispose();
        _store.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_key_that_was_returned_is_lent_again_as_it_is_also_after_somebody_wrote_something_else()
    {
        byte[] clear = RandomNumberGenerator.GetBytes(16);
        string arn = Place(clear, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        OpenedKey first = Lend(arn);
        first.Dispose();

        using OpenedKey second = Lend(arn);
        Place(clear, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        using OpenedKey third = Lend(arn);

        Assert.Same(first, second);
        Assert.Same(first, third);
        Assert.Equal(clear, third.Material.ToArray());
    }

    [Fact]
    public void A_key_that_is_forgotten_lives_until_its_last_borrower_returns_it()
    {
        string arn = Place(new byte[16], KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        OpenedKey one = Lend(arn);
        OpenedKey other = Lend(arn);

        _keys.Forget();
        one.Dispose();
        Assert.Equal(16, other.Material.Length);
        other.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _ = other.Material.Length);
        Assert.False(other.TryLend());
        using OpenedKey again = Lend(arn);
        Assert.NotSame(one, again);
    }

    [Fact]
    public void A_key_that_was_put_in_anothers_place_is_opened_and_the_former_one_closed()
    {
        string first = Place(new byte[16], KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        string second = Place(RandomNumberGenerator.GetBytes(16), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        _store.Database.Write(connection =>
        {
            connection.Execute("INSERT INTO alias (account_id, region, name, key_id) VALUES ($account, $region, 'alias/a', $key)",
                ("$account", Scope.AccountId), ("$region", Scope.Region), ("$key", first[^16..]));
            return true;
        });
        OpenedKey former = Lend("alias/a");
        former.Dispose();
        _store.Database.Write(connection => connection.Execute("UPDATE alias SET key_id = $key", ("$key", second[^16..])));

        using OpenedKey current = Lend("alias/a");

        Assert.Equal(second, current.Arn);
        Assert.Throws<ObjectDisposedException>(() => _ = former.Material.Length);
    }

    [Fact]
    public void A_pair_has_no_symmetric_part_and_an_HMAC_key_is_no_cipher()
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string curve = Place(pair.ExportPkcs8PrivateKey(), KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");
        string hmac = Place(new byte[32], KeyUsage.Tr31M7HmacKey, KeyAlgorithm.HmacSha256, "C");
        using OpenedKey openedPair = Lend(curve);
        using OpenedKey openedHmac = Lend(hmac);

        Assert.Contains("symmetric", Assert.Throws<ValidationException>(() => _ = openedPair.Material.Length).Message, StringComparison.Ordinal);
        Assert.Contains(KeyAlgorithm.HmacSha256, Assert.Throws<ValidationException>(() => openedHmac.Cipher).Message, StringComparison.Ordinal);
        Assert.Equal((false, false), (openedHmac.IsTdes, openedHmac.IsAes));
    }

    [Theory]
    [InlineData(KeyAlgorithm.Tdes2Key, 16, true)]
    [InlineData(KeyAlgorithm.Tdes3Key, 24, true)]
    [InlineData(KeyAlgorithm.Aes128, 16, false)]
    [InlineData(KeyAlgorithm.Aes192, 24, false)]
    [InlineData(KeyAlgorithm.Aes256, 32, false)]
    public void A_cipher_is_expanded_once(string algorithm, int length, bool tdes)
    {
        string arn = Place(RandomNumberGenerator.GetBytes(length), KeyUsage.Tr31D0SymmetricDataEncryptionKey, algorithm, "B");
        using OpenedKey key = Lend(arn);

        Assert.Same(key.Cipher, key.Cipher);
        Assert.Equal((tdes, !tdes), (key.IsTdes, key.IsAes));
    }

    // What was destroyed must not live on in memory, nor in the log that the database keeps beside its file.
    [Fact]
    public void A_deletion_that_falls_due_closes_every_key_and_empties_the_log_once()
    {
        string arn = Place(new byte[16], KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        RSA rsa = LentOnce();
        OpenedKey key = Lend(arn);
        key.Dispose();
        DueDeletions deletions = new(_store.Database, _privateKeys, _keys);
        _store.Database.Write(connection =>
        {
            KeyTable.UpdateState(connection, States.ScheduleDeletion(KeyFinder.Find(connection, Scope, arn), 3, TemporaryStore.Start));
            return true;
        });
        string log = _directory.DatabasePath + "-wal";

        deletions.CarryOut(TemporaryStore.Start.AddDays(3).AddMilliseconds(-1));
        Assert.NotEmpty(rsa.ExportSubjectPublicKeyInfo());
        Assert.NotEqual(0, new FileInfo(log).Length);
        deletions.CarryOut(TemporaryStore.Start.AddDays(3));

        Assert.Throws<ObjectDisposedException>(() => rsa.ExportSubjectPublicKeyInfo());
        Assert.Throws<ObjectDisposedException>(() => _ = key.Material.Length);
        Assert.Equal(0, new FileInfo(log).Length);
        Place(new byte[16], KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        deletions.CarryOut(TemporaryStore.Start.AddDays(3));
        Assert.NotEqual(0, new FileInfo(log).Length);
    }

    [Fact]
    public void A_token_that_was_revoked_or_purged_leaves_no_key_open()
    {
        OperationContext context = new(Scope, TemporaryStore.Start, CancellationToken.None);
        TokenRecord token = new()
        {
            Token = TokenText.New(TokenDirection.Import),
            Scope = Scope,
            Kind = new TokenKind(TokenDirection.Import, KeyMaterialType.Tr34KeyBlock, KeyAlgorithm.Rsa2048),
            Created = TemporaryStore.Start,
            ValidUntil = TemporaryStore.Start.AddDays(30),
            PublicKeyHash = new byte[32],
            Certificate = [1],
            IssuerGeneration = 1,
            PrivateKeySealed = [1],
        };
        _store.Database.Write(connection =>
        {
            TokenTable.Add(connection, token);
            return true;
        });

        RSA beside = LentOnce();
        new RevokeTokenOperation(_store.Database, _privateKeys).Execute((ApiRequest)new RevokeTokenRequest { Token = token.Token }, context);
        Assert.Throws<ObjectDisposedException>(() => beside.ExportSubjectPublicKeyInfo());

        beside = LentOnce();
        new PurgeExpiredTokensOperation(_store.Database, _privateKeys).Execute((ApiRequest)new PurgeExpiredTokensRequest(), context);
        Assert.Throws<ObjectDisposedException>(() => beside.ExportSubjectPublicKeyInfo());
    }

    private RSA LentOnce()
    {
        var identity = SecretIdentity.Of("test", "pair");
        byte[] pair = Exchange.PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048).ExportPkcs8PrivateKey();
        using RsaKeyLease lease = _privateKeys.Lend(_store.Vault.Seal(pair, identity), identity, "pair");
        return lease.Key;
    }

    private OpenedKey Lend(string identifier) => _keys.Lend(Scope, identifier, _keys.Version());

    private string Place(byte[] material, string usage, string algorithm, string modes)
    {
        using NewKey key = new()
        {
            Attributes = KeyCalls.Attributes(usage, algorithm, modes),
            CheckValue = (KeyCheckValueAlgorithm.Cmac, "000000"),
            Exportable = true,
            Enabled = true,
            Origin = KeyOrigin.External,
            Material = SecretBuffer.CopyOf(material),
            PublicKey = usage == KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement ? [1] : null,
        };
        KeyWriter writer = new(_store.Vault, new QuotaGuard(ServiceQuotas.Documented));
        return _store.Database.Write(connection => writer.Add(connection, Scope, key, TemporaryStore.Start).Arn);
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Certificates;

/// <summary>
/// The roots of a store, one per account and region, made on first use and kept. A root that is not valid for the whole life of a
/// leaf (ten years on, or after a rehearsal with a moved clock) is followed by a new generation.
/// </summary>
internal sealed class CertificateAuthorities
{
    private readonly StoreDatabase _database;
    private readonly SecretVault _vault;
    private readonly Func<int, RsaKeyPair> _generate;
    private readonly ConcurrentDictionary<AccountScope, CertificateAuthority> _newest = new();
    private readonly ConcurrentDictionary<(AccountScope Scope, int Generation), byte[]> _certificates = new();

    /// <summary>Opens the roots of a store.</summary>
    public CertificateAuthorities(StoreDatabase database, SecretVault vault, Func<int, RsaKeyPair> generate)
    {
        _database = database;
        _vault = vault;
        _generate = generate;
    }

    /// <summary>The root that can issue a leaf now; made if there is none.</summary>
    public CertificateAuthority For(AccountScope scope, DateTimeOffset now, TimeSpan leafValidity)
    {
        if (_newest.TryGetValue(scope, out CertificateAuthority? known) && known.CanIssue(now, leafValidity))
        {
            return known;
        }

        CertificateAuthority? stored = _database.Read(connection => Newest(connection, scope));
        CertificateAuthority usable = stored is not null && stored.CanIssue(now, leafValidity) ? stored : Create(scope, now, leafValidity);
        _newest[scope] = usable;
        return usable;
    }

    /// <summary>The certificate of one generation, in DER. It is authenticated by the seal of its private key, which binds it.</summary>
    public byte[] CertificateOf(AccountScope scope, int generation) => _certificates.GetOrAdd((scope, generation), key =>
        (_database.Read(connection => Load(connection, key.Scope, key.Generation)) ?? throw StoreErrors.Corrupt(_database.Name)).Certificate.RawData);

    /// <summary>Every authority of the store.</summary>
    public static IEnumerable<SealedRecord> Sealed(StoreConnection connection) => connection.Stream(
        "SELECT account_id, region, generation, certificate, private_key_sealed FROM certificate_authority",
        static r =>
        {
            AccountScope scope = new(r.GetString(0), r.GetString(1));
            return SealedRecord.Of($"the certificate authority of {scope}", (byte[])r[4], IdentityOf(scope, r.GetInt32(2), (byte[])r[3]));
        });

    /// <summary>Every authority of the store, to seal it anew. There are as few as accounts and regions: all come on the first page.</summary>
    public static List<(long Sequence, SealedRow Row)> SealedRows(StoreConnection connection, long after, int most) => after > 0 ? [] : connection.All(
        "SELECT account_id, region, generation, certificate, private_key_sealed FROM certificate_authority",
        static r =>
        {
            AccountScope scope = new(r.GetString(0), r.GetString(1));
            int generation = r.GetInt32(2);
            return (1L, new SealedRow($"the certificate authority of {scope}", (byte[])r[4], IdentityOf(scope, generation, (byte[])r[3]), (store, envelope) => store.Execute(
                "UPDATE certificate_authority SET private_key_sealed = $private WHERE account_id = $account AND region = $region AND generation = $generation",
                ("$private", envelope),
                ("$account", scope.AccountId),
                ("$region", scope.Region),
                ("$generation", generation))));
        });

    private CertificateAuthority Create(AccountScope scope, DateTimeOffset now, TimeSpan leafValidity)
    {
        // Made before the write lock is taken: it costs more than a second, and other processes want to write.
        using RsaKeyPair pair = _generate(CertificateAuthority.KeyBits);
        using RSA privateKey = Import(pair.PrivateKey);
        using X509Certificate2 root = CertificateAuthority.CreateRoot(scope.AccountId, privateKey, now);
        return _database.Write(connection =>
        {
            CertificateAuthority? newest = Newest(connection, scope);
            if (newest is not null && newest.CanIssue(now, leafValidity))
            {
                return newest;
            }

            int generation = (newest?.Generation ?? 0) + 1;
            connection.Execute(
                """
                INSERT INTO certificate_authority (account_id, region, generation, certificate, private_key_sealed)
                VALUES ($account, $region, $generation, $certificate, $private)
                """,
                ("$account", scope.AccountId),
                ("$region", scope.Region),
                ("$generation", generation),
                ("$certificate", root.RawData),
                ("$private", _vault.Seal(pair.PrivateKey.Span, IdentityOf(scope, generation, root.RawData))));
            return Newest(connection, scope)!;
        });
    }

    private CertificateAuthority? Newest(StoreConnection connection, AccountScope scope) => Load(connection, scope, generation: null);

    // The newest generation, unless one is named.
    private CertificateAuthority? Load(StoreConnection connection, AccountScope scope, int? generation)
    {
        var row = connection.First(
            """
            SELECT generation, certificate, private_key_sealed FROM certificate_authority
            WHERE account_id = $account AND region = $region AND ($generation IS NULL OR generation = $generation) ORDER BY generation DESC LIMIT 1
            """,
            r => new { Generation = r.GetInt32(0), Certificate = (byte[])r[1], Sealed = (byte[])r[2] },
            ("$account", scope.AccountId),
            ("$region", scope.Region),
            ("$generation", generation));
        if (row is null)
        {
            return null;
        }

        using SecretBuffer privateKey = _vault.Open(
            row.Sealed, IdentityOf(scope, row.Generation, row.Certificate), $"the certificate authority of {scope}");
        return new CertificateAuthority(scope.AccountId, row.Generation, CertificateText.Load(row.Certificate), Import(privateKey));
    }

    private static RSA Import(SecretBuffer privateKey)
    {
        RSA rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey.Span, out _);
        return rsa;
    }

    private static SecretIdentity IdentityOf(AccountScope scope, int generation, byte[] certificate) => SecretIdentity.Of(
        "certificate_authority.private_key",
        scope.AccountId,
        scope.Region,
        generation.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Convert.ToHexString(SHA256.HashData(certificate)));
}

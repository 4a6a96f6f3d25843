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
/// The roots of a store, one RSA-4096 and one P-521 per account and region, made on first use and kept. They share one count of generations. A root that is not
/// valid for the whole life of a
/// leaf (ten years on, or after a rehearsal with a moved clock) is followed by a new generation.
/// </summary>
internal sealed class CertificateAuthorities
{
    private readonly StoreDatabase _database;
    private readonly SecretVault _vault;
    private readonly Func<int, RsaKeyPair> _generate;
    private readonly ConcurrentDictionary<(AccountScope Scope, bool Ecc), CertificateAuthority> _newest = new();
    private readonly ConcurrentDictionary<(AccountScope Scope, int Generation), byte[]> _certificates = new();

    /// <summary>Opens the roots of a store.</summary>
    public CertificateAuthorities(StoreDatabase database, SecretVault vault, Func<int, RsaKeyPair> generate)
    {
        _database = database;
        _vault = vault;
        _generate = generate;
    }

    /// <summary>The root that can issue a leaf now; made if there is none.</summary>
    /// <param name="scope">The account and region.</param>
    /// <param name="ecc">Whether the leaf holds an elliptic curve key: only an elliptic curve authority may certify those.</param>
    /// <param name="now">The moment of issue.</param>
    /// <param name="leafValidity">How long the leaf will be valid.</param>
    public CertificateAuthority For(AccountScope scope, bool ecc, DateTimeOffset now, TimeSpan leafValidity)
    {
        if (_newest.TryGetValue((scope, ecc), out CertificateAuthority? known) && known.CanIssue(now, leafValidity))
        {
            return known;
        }

        CertificateAuthority? stored = _database.Read(connection => Newest(connection, scope, ecc));
        CertificateAuthority usable = stored is not null && stored.CanIssue(now, leafValidity) ? stored : Create(scope, ecc, now, leafValidity);
        _newest[(scope, ecc)] = usable;
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
            return (1L, new SealedRow($"the certificate authority of {scope}", (byte[])r[4], IdentityOf(scope, generation, (byte[])r[3]),
                (store, envelope) => store.Execute(
                "UPDATE certificate_authority SET private_key_sealed = $private WHERE account_id = $account AND region = $region AND generation = $generation",
                ("$private", envelope),
                ("$account", scope.AccountId),
                ("$region", scope.Region),
                ("$generation", generation))));
        });

    /// <summary>Keeps a root that was made elsewhere, unless the account has one for the same kind of keys.</summary>
    /// <param name="connection">In whose transaction.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="certificate">The root's certificate, DER.</param>
    /// <param name="privateKey">Its private key, PKCS#8.</param>
    /// <returns>False when the account has another one.</returns>
    public bool TryKeep(StoreConnection connection, AccountScope scope, byte[] certificate, ReadOnlySpan<byte> privateKey)
    {
        List<(int Generation, byte[] Certificate)> roots = RootsOf(connection, scope, CertificateAuthority.IsEcc(certificate));
        if (roots.Count == 0)
        {
            Add(connection, scope, certificate, privateKey);
            return true;
        }

        return roots[0].Certificate.AsSpan().SequenceEqual(certificate);
    }

    private CertificateAuthority Create(AccountScope scope, bool ecc, DateTimeOffset now, TimeSpan leafValidity)
    {
        // Made before the write lock is taken: it costs more than a second, and other processes want to write.
        using SecretBuffer encoded = NewKey(ecc);
        using AsymmetricAlgorithm privateKey = Import(encoded, ecc);
        using X509Certificate2 root = CertificateAuthority.CreateRoot(scope.AccountId, privateKey, now);
        return _database.Write(connection =>
        {
            CertificateAuthority? newest = Newest(connection, scope, ecc);
            if (newest is not null && newest.CanIssue(now, leafValidity))
            {
                return newest;
            }

            Add(connection, scope, root.RawData, encoded.Span);
            return Newest(connection, scope, ecc)!;
        });
    }

    private void Add(StoreConnection connection, AccountScope scope, byte[] certificate, ReadOnlySpan<byte> privateKey)
    {
        int generation = connection.First(
            "SELECT COALESCE(MAX(generation), 0) + 1 FROM certificate_authority WHERE account_id = $account AND region = $region",
            static r => new { Next = r.GetInt32(0) },
            ("$account", scope.AccountId),
            ("$region", scope.Region))!.Next;
        connection.Execute(
            """
            INSERT INTO certificate_authority (account_id, region, generation, certificate, private_key_sealed)
            VALUES ($account, $region, $generation, $certificate, $private)
            """,
            ("$account", scope.AccountId),
            ("$region", scope.Region),
            ("$generation", generation),
            ("$certificate", certificate),
            ("$private", _vault.Seal(privateKey, IdentityOf(scope, generation, certificate))));
    }

    private SecretBuffer NewKey(bool ecc)
    {
        if (!ecc)
        {
            using RsaKeyPair pair = _generate(CertificateAuthority.KeyBits);
            return SecretBuffer.CopyOf(pair.PrivateKey.Span);
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        byte[] encoded = key.ExportPkcs8PrivateKey();
        try
        {
            return SecretBuffer.CopyOf(encoded);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }

    private CertificateAuthority? Newest(StoreConnection connection, AccountScope scope, bool ecc) =>
        RootsOf(connection, scope, ecc) is [var newest, ..] ? Load(connection, scope, newest.Generation) : null;

    // The newest first. A store has a handful of roots: the kind of each is read off its certificate.
    private static List<(int Generation, byte[] Certificate)> RootsOf(StoreConnection connection, AccountScope scope, bool ecc) => connection.All(
        "SELECT generation, certificate FROM certificate_authority WHERE account_id = $account AND region = $region ORDER BY generation DESC",
        static r => (Generation: r.GetInt32(0), Certificate: (byte[])r[1]),
        ("$account", scope.AccountId),
        ("$region", scope.Region)).FindAll(root => CertificateAuthority.IsEcc(root.Certificate) == ecc);

    private CertificateAuthority? Load(StoreConnection connection, AccountScope scope, int generation)
    {
        var row = connection.First(
            """
            SELECT generation, certificate, private_key_sealed FROM certificate_authority
            WHERE account_id = $account AND region = $region AND generation = $generation
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
        return new CertificateAuthority(scope.AccountId, row.Generation, CertificateText.Load(row.Certificate),
            Import(privateKey, CertificateAuthority.IsEcc(row.Certificate)));
    }

    private static AsymmetricAlgorithm Import(SecretBuffer privateKey, bool ecc)
    {
        AsymmetricAlgorithm key = ecc ? ECDsa.Create() : RSA.Create();
        key.ImportPkcs8PrivateKey(privateKey.Span, out _);
        return key;
    }

    private static SecretIdentity IdentityOf(AccountScope scope, int generation, byte[] certificate) => SecretIdentity.Of(
        "certificate_authority.private_key",
        scope.AccountId,
        scope.Region,
        generation.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Convert.ToHexString(SHA256.HashData(certificate)));
}

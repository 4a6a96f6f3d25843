using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyPairs;

/// <summary>The rows of the stock.</summary>
internal static class KeyPairStockTable
{
    /// <summary>Any pair of the algorithm. It is not taken yet: see <see cref="TryTake"/>.</summary>
    /// <remarks>Chosen at random, so that several processes rarely reach for the same one.</remarks>
    public static RsaKeyPair? Peek(StoreConnection connection, SecretVault vault, string algorithm)
    {
        var row = connection.First(
            "SELECT sequence, public_key, private_key_sealed FROM key_pair_stock WHERE algorithm = $algorithm ORDER BY random() LIMIT 1",
            r => new { Sequence = r.GetInt64(0), PublicKey = (byte[])r[1], Sealed = (byte[])r[2] },
            ("$algorithm", algorithm));
        return row is null
            ? null
            : new RsaKeyPair(row.PublicKey, vault.Open(row.Sealed, IdentityOf(algorithm, row.PublicKey), "a key pair of the stock"), row.Sequence);
    }

    /// <summary>Takes a pair out, in the transaction that records its owner; false when somebody else was quicker.</summary>
    public static bool TryTake(StoreConnection connection, long sequence) =>
        connection.Execute("DELETE FROM key_pair_stock WHERE sequence = $sequence", ("$sequence", sequence)) == 1;

    /// <summary>How many pairs of the algorithm are ready.</summary>
    public static long Count(StoreConnection connection, string algorithm) =>
        (long)connection.Scalar("SELECT count(*) FROM key_pair_stock WHERE algorithm = $algorithm", ("$algorithm", algorithm))!;

    /// <summary>Puts a pair in, unless the stock has reached its size since the pair was begun.</summary>
    public static void AddUpTo(StoreConnection connection, SecretVault vault, string algorithm, RsaKeyPair pair, int size) => connection.Execute(
        """
        INSERT INTO key_pair_stock (algorithm, public_key, private_key_sealed)
        SELECT $algorithm, $public, $private WHERE (SELECT count(*) FROM key_pair_stock WHERE algorithm = $algorithm) < $size
        """,
        ("$algorithm", algorithm),
        ("$public", pair.PublicKey),
        ("$private", vault.Seal(pair.PrivateKey.Span, IdentityOf(algorithm, pair.PublicKey))),
        ("$size", size));

    /// <summary>Every pair of the store.</summary>
    public static IEnumerable<SealedRecord> Sealed(StoreConnection connection) => connection.Stream(
        "SELECT sequence, algorithm, public_key, private_key_sealed FROM key_pair_stock",
        static r => SealedRecord.Of($"ready key pair {r.GetInt64(0)}", (byte[])r[3], IdentityOf(r.GetString(1), (byte[])r[2])));

    /// <summary>Pairs after a sequence, to seal them anew.</summary>
    public static List<(long Sequence, SealedRow Row)> SealedRows(StoreConnection connection, long after, int most) => connection.All(
        "SELECT sequence, algorithm, public_key, private_key_sealed FROM key_pair_stock WHERE sequence > $after ORDER BY sequence LIMIT $most",
        static r =>
        {
            long sequence = r.GetInt64(0);
            return (sequence,
                new SealedRow($"ready key pair {sequence}", (byte[])r[3], IdentityOf(r.GetString(1), (byte[])r[2]), (store, envelope) => store.Execute(
                "UPDATE key_pair_stock SET private_key_sealed = $private WHERE sequence = $sequence", ("$private", envelope), ("$sequence", sequence))));
        },
        ("$after", after),
        ("$most", most));

    /// <summary>Destroys every pair: what is copied must not be handed out a second time.</summary>
    public static void Clear(StoreConnection connection) => connection.Execute("DELETE FROM key_pair_stock");

    private static SecretIdentity IdentityOf(string algorithm, byte[] publicKey) =>
        SecretIdentity.Of("key_pair_stock.private_key", algorithm, Convert.ToHexString(publicKey));
}

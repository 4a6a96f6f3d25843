using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Tokens;

/// <summary>The rows of the tokens.</summary>
internal static class TokenTable
{
    private const string Columns =
        "sequence, token, direction, account_id, region, key_material_type, key_algorithm, created_at, valid_until, public_key_hash, certificate, "
            + "issuer_generation, private_key_sealed";

    /// <summary>Adds a token.</summary>
    public static void Add(StoreConnection connection, TokenRecord token) => connection.Execute(
        """
        INSERT INTO token (token, direction, account_id, region, key_material_type, key_algorithm, created_at, valid_until,
            public_key_hash, certificate, issuer_generation, private_key_sealed)
        VALUES ($token, $direction, $account, $region, $type, $algorithm, $created, $until, $hash, $certificate, $issuer, $private)
        """,
        ("$token", token.Token),
        ("$direction", token.Kind.Direction),
        ("$account", token.Scope.AccountId),
        ("$region", token.Scope.Region),
        ("$type", token.Kind.KeyMaterialType),
        ("$algorithm", token.Kind.KeyAlgorithm),
        ("$created", token.Created.ToUnixTimeMilliseconds()),
        ("$until", token.ValidUntil.ToUnixTimeMilliseconds()),
        ("$hash", token.PublicKeyHash),
        ("$certificate", token.Certificate),
        ("$issuer", token.IssuerGeneration),
        ("$private", token.PrivateKeySealed));

    /// <summary>The last generated token of a kind that <see cref="TokenRules.IsReusable"/>; null where there is none.</summary>
    public static TokenRecord? LastReusable(StoreConnection connection, AccountScope scope, TokenKind kind, DateTimeOffset now) => connection.First(
        // Bounding created_at too keeps this a short range of one index, however many old tokens there are.
        $"""
        SELECT {Columns} FROM token
        WHERE account_id = $account AND region = $region AND direction = $direction AND key_material_type = $type AND key_algorithm = $algorithm
          AND created_at BETWEEN $oldest AND $newest AND valid_until >= $least
        ORDER BY created_at DESC, sequence DESC LIMIT 1
        """,
        Read,
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$direction", kind.Direction),
        ("$type", kind.KeyMaterialType),
        ("$algorithm", kind.KeyAlgorithm),
        ("$oldest", (now + TokenRules.LeastLeftForReuse - TokenRules.Validity).ToUnixTimeMilliseconds()),
        ("$newest", (now + TokenRules.Backdating).ToUnixTimeMilliseconds()),
        ("$least", CeilingMilliseconds(now + TokenRules.LeastLeftForReuse)));

    /// <summary>One token; null where it is not in this account and region.</summary>
    public static TokenRecord? Find(StoreConnection connection, AccountScope scope, string token) => connection.First(
        $"SELECT {Columns} FROM token WHERE token = $token AND account_id = $account AND region = $region",
        Read,
        ("$token", token),
        ("$account", scope.AccountId),
        ("$region", scope.Region));

    /// <summary>Tokens of an account and region, newest first, below a sequence.</summary>
    public static List<TokenRecord> Page(StoreConnection connection, AccountScope scope, string? direction, long below, int most) => connection.All(
        $"""
        SELECT {Columns} FROM token
        WHERE account_id = $account AND region = $region AND ($direction IS NULL OR direction = $direction) AND sequence < $below
        ORDER BY sequence DESC LIMIT $most
        """,
        Read,
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$direction", direction),
        ("$below", below),
        ("$most", most));

    /// <summary>Destroys a token.</summary>
    public static void Remove(StoreConnection connection, long sequence) =>
        connection.Execute("DELETE FROM token WHERE sequence = $sequence", ("$sequence", sequence));

    /// <summary>Destroys every token of an account and region that has ended; returns how many.</summary>
    public static int RemoveExpired(StoreConnection connection, AccountScope scope, DateTimeOffset now) => connection.Execute(
        "DELETE FROM token WHERE account_id = $account AND region = $region AND valid_until <= $now",
        ("$account", scope.AccountId),
        ("$region", scope.Region),
        ("$now", now.ToUnixTimeMilliseconds()));

    /// <summary>Every token of the store.</summary>
    public static IEnumerable<SealedRecord> Sealed(StoreConnection connection) => connection.Stream($"SELECT {Columns} FROM token", Read)
        .Select(static token => SealedRecord.Of($"token {token.Token}", token.PrivateKeySealed, token.Identity));

    /// <summary>Tokens after a sequence, to seal them anew.</summary>
    public static List<(long Sequence, SealedRow Row)> SealedRows(StoreConnection connection, long after, int most) => connection.All(
        $"SELECT {Columns} FROM token WHERE sequence > $after ORDER BY sequence LIMIT $most",
        static row =>
        {
            TokenRecord token = Read(row);
            return (token.Sequence, new SealedRow($"token {token.Token}", token.PrivateKeySealed, token.Identity, (store, envelope) => store.Execute(
                "UPDATE token SET private_key_sealed = $private WHERE sequence = $sequence", ("$private", envelope), ("$sequence", token.Sequence))));
        },
        ("$after", after),
        ("$most", most));

    // Rounding a limit down would let a token through that has a fraction of a millisecond too little left.
    private static long CeilingMilliseconds(DateTimeOffset limit)
    {
        long floor = limit.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(floor) < limit ? floor + 1 : floor;
    }

    private static TokenRecord Read(SqliteDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Token = row.GetString(1),
        Scope = new AccountScope(row.GetString(3), row.GetString(4)),
        Kind = new TokenKind(row.GetString(2), row.GetString(5), row.GetString(6)),
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        ValidUntil = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8)),
        PublicKeyHash = (byte[])row[9],
        Certificate = (byte[])row[10],
        IssuerGeneration = row.GetInt32(11),
        PrivateKeySealed = (byte[])row[12],
    };
}

using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Keys;

/// <summary>The rows of the keys.</summary>
internal static class KeyTable
{
    private const string Columns =
        """
        sequence, account_id, region, key_id, key_usage, key_class, key_algorithm, modes_of_use, kcv, kcv_algorithm, exportable, enabled, state, origin,
        created_at, usage_start_at, usage_stop_at, delete_pending_at, deleted_at, derive_key_usage, primary_region, using_default_regions, mpa_session_arn,
        public_key, certificate, issuer_certificate, material_sealed
        """;

    /// <summary>Adds a key.</summary>
    public static void Add(StoreConnection connection, KeyRecord key) => connection.Execute(
        """
        INSERT INTO key (account_id, region, key_id, key_usage, key_class, key_algorithm, modes_of_use, kcv, kcv_algorithm, exportable, enabled, state, origin,
            created_at, usage_start_at, usage_stop_at, derive_key_usage, primary_region, using_default_regions, mpa_session_arn,
            public_key, certificate, issuer_certificate, material_sealed)
        VALUES ($account, $region, $id, $usage, $class, $algorithm, $modes, $kcv, $kcvAlgorithm, $exportable, $enabled, $state, $origin,
            $created, $start, $stop, $derive, $primary, $defaults, $mpa, $public, $certificate, $issuer, $material)
        """,
        ("$account", key.Scope.AccountId),
        ("$region", key.Scope.Region),
        ("$id", key.KeyId),
        ("$usage", key.Attributes.KeyUsage),
        ("$class", key.Attributes.KeyClass),
        ("$algorithm", key.Attributes.KeyAlgorithm),
        ("$modes", ModeFlags.Of(key.Attributes.KeyModesOfUse!)),
        ("$kcv", key.CheckValue),
        ("$kcvAlgorithm", key.CheckValueAlgorithm),
        ("$exportable", key.Exportable),
        ("$enabled", key.Enabled),
        ("$state", key.State),
        ("$origin", key.Origin),
        ("$created", key.Created.ToUnixTimeMilliseconds()),
        ("$start", key.UsageStart?.ToUnixTimeMilliseconds()),
        ("$stop", key.UsageStop?.ToUnixTimeMilliseconds()),
        ("$derive", key.DeriveKeyUsage),
        ("$primary", key.PrimaryRegion),
        ("$defaults", key.UsingDefaultRegions),
        ("$mpa", key.MpaSessionArn),
        ("$public", key.PublicKey),
        ("$certificate", key.Certificate),
        ("$issuer", key.IssuerCertificate),
        ("$material", key.MaterialSealed));

    /// <summary>One key; null where there is none of that id in the account and region.</summary>
    public static KeyRecord? Find(StoreConnection connection, AccountScope scope, string keyId) => connection.First(
        $"SELECT {Columns} FROM key WHERE account_id = $account AND key_id = $id AND region = $region",
        Read,
        ("$account", scope.AccountId),
        ("$id", keyId),
        ("$region", scope.Region));

    /// <summary>A key and all its replicas, whatever region they are in.</summary>
    public static List<KeyRecord> Family(StoreConnection connection, string accountId, string keyId) => connection.All(
        $"SELECT {Columns} FROM key WHERE account_id = $account AND key_id = $id ORDER BY region",
        Read,
        ("$account", accountId),
        ("$id", keyId));

    /// <summary>Keys of an account and region in the order of creation, after a sequence.</summary>
    public static List<KeyRecord> Page(StoreConnection connection, AccountScope scope, string? state, long after, int most) => state is null
        ? connection.All(
            $"SELECT {Columns} FROM key WHERE account_id = $account AND region = $region AND sequence > $after ORDER BY sequence LIMIT $most",
            Read,
            ("$account", scope.AccountId),
            ("$region", scope.Region),
            ("$after", after),
            ("$most", most))
        : connection.All(
            $"SELECT {Columns} FROM key WHERE account_id = $account AND region = $region AND state = $state AND sequence > $after ORDER BY sequence LIMIT "
                + "$most",
            Read,
            ("$account", scope.AccountId),
            ("$region", scope.Region),
            ("$state", state),
            ("$after", after),
            ("$most", most));

    /// <summary>Writes everything about a key that may change, to it and all its replicas: they follow their primary.</summary>
    public static void UpdateState(StoreConnection connection, KeyRecord key) => connection.Execute(
        """
        UPDATE key SET enabled = $enabled, state = $state, usage_start_at = $start, usage_stop_at = $stop, delete_pending_at = $pending
        WHERE account_id = $account AND key_id = $id
        """,
        ("$account", key.Scope.AccountId),
        ("$id", key.KeyId),
        ("$enabled", key.Enabled),
        ("$state", key.State),
        ("$start", key.UsageStart?.ToUnixTimeMilliseconds()),
        ("$stop", key.UsageStop?.ToUnixTimeMilliseconds()),
        ("$pending", key.DeletePending?.ToUnixTimeMilliseconds()));

    /// <summary>Writes where a key's primary is and whether its replicas follow the default list.</summary>
    public static void UpdateReplication(StoreConnection connection, KeyRecord key, string? primaryRegion, bool? usingDefaultRegions) => connection.Execute(
        "UPDATE key SET primary_region = $primary, using_default_regions = $defaults WHERE sequence = $sequence",
        ("$primary", primaryRegion),
        ("$defaults", usingDefaultRegions),
        ("$sequence", key.Sequence));

    /// <summary>Keeps the last certificate that was issued for a key pair.</summary>
    public static void UpdateCertificate(StoreConnection connection, KeyRecord key, byte[] certificate, byte[] issuerCertificate) => connection.Execute(
        "UPDATE key SET certificate = $certificate, issuer_certificate = $issuer WHERE sequence = $sequence AND state = 'CREATE_COMPLETE'",
        ("$certificate", certificate),
        ("$issuer", issuerCertificate),
        ("$sequence", key.Sequence));

    /// <summary>Removes a replica.</summary>
    public static void RemoveReplica(StoreConnection connection, KeyRecord replica) =>
        connection.Execute("DELETE FROM key WHERE sequence = $sequence", ("$sequence", replica.Sequence));

    /// <summary>When the first key's time comes; null where no key waits for its deletion.</summary>
    public static DateTimeOffset? NextDeletion(StoreConnection connection) =>
        connection.Scalar("SELECT min(delete_pending_at) FROM key WHERE state = 'DELETE_PENDING'") is long moment
            ? DateTimeOffset.FromUnixTimeMilliseconds(moment)
            : null;

    /// <summary>The keys whose time has come.</summary>
    public static List<KeyRecord> Due(StoreConnection connection, DateTimeOffset now) => connection.All(
        $"SELECT {Columns} FROM key WHERE state = 'DELETE_PENDING' AND delete_pending_at <= $now",
        Read,
        ("$now", now.ToUnixTimeMilliseconds()));

    /// <summary>Destroys a key's material. Its record stays, so that it can still be listed.</summary>
    public static void Destroy(StoreConnection connection, KeyRecord key, DateTimeOffset now) => connection.Execute(
        """
        UPDATE key SET state = 'DELETE_COMPLETE', delete_pending_at = NULL, deleted_at = $now, material_sealed = NULL, public_key = NULL,
            certificate = NULL, issuer_certificate = NULL
        WHERE sequence = $sequence
        """,
        ("$now", now.ToUnixTimeMilliseconds()),
        ("$sequence", key.Sequence));

    /// <summary>Every key of the store that has a sealed part.</summary>
    public static IEnumerable<SealedRecord> Sealed(StoreConnection connection) =>
        connection.Stream($"SELECT {Columns} FROM key WHERE material_sealed IS NOT NULL", Read)
            .Select(static key => new SealedRecord($"key {key.Arn}", vault => KeyMaterials.Authenticate(key, vault)));

    /// <summary>Keys with a sealed part after a sequence, to seal it anew.</summary>
    public static List<(long Sequence, SealedRow Row)> SealedRows(StoreConnection connection, long after, int most) => connection.All(
        $"SELECT {Columns} FROM key WHERE sequence > $after AND material_sealed IS NOT NULL ORDER BY sequence LIMIT $most",
        static row =>
        {
            KeyRecord key = Read(row);
            return (key.Sequence, new SealedRow($"key {key.Arn}", key.MaterialSealed!, key.Identity, (store, envelope) => store.Execute(
                "UPDATE key SET material_sealed = $material WHERE sequence = $sequence", ("$material", envelope), ("$sequence", key.Sequence))));
        },
        ("$after", after),
        ("$most", most));

    /// <summary>The imported public keys, with their certificates.</summary>
    public static IEnumerable<KeyRecord> PublicKeys(StoreConnection connection) =>
        connection.Stream($"SELECT {Columns} FROM key WHERE key_class = 'PUBLIC_KEY' AND certificate IS NOT NULL", Read);

    private static KeyRecord Read(SqliteDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Scope = new AccountScope(row.GetString(1), row.GetString(2)),
        KeyId = row.GetString(3),
        Attributes = new KeyAttributes
        {
            KeyUsage = row.GetString(4),
            KeyClass = row.GetString(5),
            KeyAlgorithm = row.GetString(6),
            KeyModesOfUse = ModeFlags.ToModes(row.GetInt64(7)),
        },
        CheckValue = row.GetString(8),
        CheckValueAlgorithm = row.GetString(9),
        Exportable = row.GetBoolean(10),
        Enabled = row.GetBoolean(11),
        State = row.GetString(12),
        Origin = row.GetString(13),
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(14)),
        UsageStart = Time(row, 15),
        UsageStop = Time(row, 16),
        DeletePending = Time(row, 17),
        Deleted = Time(row, 18),
        DeriveKeyUsage = row.IsDBNull(19) ? null : row.GetString(19),
        PrimaryRegion = row.IsDBNull(20) ? null : row.GetString(20),
        UsingDefaultRegions = row.IsDBNull(21) ? null : row.GetBoolean(21),
        MpaSessionArn = row.IsDBNull(22) ? null : row.GetString(22),
        PublicKey = Bytes(row, 23),
        Certificate = Bytes(row, 24),
        IssuerCertificate = Bytes(row, 25),
        MaterialSealed = Bytes(row, 26),
    };

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static byte[]? Bytes(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : (byte[])row[column];
}

namespace PaymentCrypto.Local.Storage.Schema;

/// <summary>Vault, certificate authorities, key-pair stock and tokens.</summary>
internal static class Version1
{
    /// <summary>The statements. Times are Unix milliseconds; columns that end in <c>_sealed</c> are vault envelopes.</summary>
    public const string Sql = """
        CREATE TABLE vault (
            id                INTEGER PRIMARY KEY CHECK (id = 1),
            store_id          TEXT    NOT NULL,
            protection        TEXT    NOT NULL,
            master_key_id     TEXT    NOT NULL,
            master_created_at INTEGER NOT NULL,
            argon2_memory_kib INTEGER,
            argon2_iterations INTEGER,
            argon2_lanes      INTEGER,
            argon2_salt       BLOB,
            data_key_sealed   BLOB    NOT NULL
        ) STRICT;

        CREATE TABLE certificate_authority (
            account_id         TEXT    NOT NULL,
            region             TEXT    NOT NULL,
            generation         INTEGER NOT NULL,
            certificate        BLOB    NOT NULL,
            private_key_sealed BLOB    NOT NULL,
            PRIMARY KEY (account_id, region, generation)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE key_pair_stock (
            sequence           INTEGER PRIMARY KEY AUTOINCREMENT,
            algorithm          TEXT    NOT NULL,
            public_key         BLOB    NOT NULL,
            private_key_sealed BLOB    NOT NULL
        ) STRICT;
        CREATE INDEX key_pair_stock_by_algorithm ON key_pair_stock (algorithm, sequence);

        CREATE TABLE token (
            sequence           INTEGER PRIMARY KEY AUTOINCREMENT,
            token              TEXT    NOT NULL,
            direction          TEXT    NOT NULL,
            account_id         TEXT    NOT NULL,
            region             TEXT    NOT NULL,
            key_material_type  TEXT    NOT NULL,
            key_algorithm      TEXT    NOT NULL,
            created_at         INTEGER NOT NULL,
            valid_until        INTEGER NOT NULL,
            public_key_hash    BLOB    NOT NULL,
            certificate        BLOB    NOT NULL,
            issuer_generation  INTEGER NOT NULL,
            private_key_sealed BLOB    NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX token_by_id ON token (token);
        -- The last line of defence of the key-pair stock: no pair can ever stand behind two tokens.
        CREATE UNIQUE INDEX token_by_public_key ON token (public_key_hash);
        CREATE INDEX token_by_age ON token
            (account_id, region, direction, key_material_type, key_algorithm, created_at, sequence);
        CREATE INDEX token_by_expiry ON token (account_id, region, valid_until);
        """;
}

namespace PaymentCrypto.Local.Storage.Schema;

/// <summary>Keys, aliases, tags, policies, replication, multi-party approval and the counters behind the quotas.</summary>
internal static class Version2
{
    /// <summary>The statements. Times are Unix milliseconds; columns that end in <c>_sealed</c> are vault envelopes.</summary>
    public const string Sql = """
        CREATE TABLE key (
            sequence              INTEGER PRIMARY KEY AUTOINCREMENT,
            account_id            TEXT    NOT NULL,
            region                TEXT    NOT NULL,
            key_id                TEXT    NOT NULL,
            key_usage             TEXT    NOT NULL,
            key_class             TEXT    NOT NULL,
            key_algorithm         TEXT    NOT NULL,
            modes_of_use          INTEGER NOT NULL,
            kcv                   TEXT    NOT NULL,
            kcv_algorithm         TEXT    NOT NULL,
            exportable            INTEGER NOT NULL,
            enabled               INTEGER NOT NULL,
            state                 TEXT    NOT NULL,
            origin                TEXT    NOT NULL,
            created_at            INTEGER NOT NULL,
            usage_start_at        INTEGER,
            usage_stop_at         INTEGER,
            delete_pending_at     INTEGER,
            deleted_at            INTEGER,
            derive_key_usage      TEXT,
            primary_region        TEXT,
            using_default_regions INTEGER,
            mpa_session_arn       TEXT,
            public_key            BLOB,
            certificate           BLOB,
            issuer_certificate    BLOB,
            material_sealed       BLOB
        ) STRICT;
        -- A replica has its primary's id, so one range of this index is a key with all its replicas.
        CREATE UNIQUE INDEX key_by_id ON key (account_id, key_id, region);
        CREATE INDEX key_by_scope ON key (account_id, region, sequence);
        CREATE INDEX key_by_state ON key (account_id, region, state, sequence);
        CREATE INDEX key_by_deletion ON key (delete_pending_at) WHERE state = 'DELETE_PENDING';

        CREATE TABLE alias (
            account_id TEXT NOT NULL,
            region     TEXT NOT NULL,
            name       TEXT NOT NULL,
            key_id     TEXT,
            PRIMARY KEY (account_id, region, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX alias_by_key ON alias (account_id, region, key_id, name);

        CREATE TABLE tag (
            account_id TEXT NOT NULL,
            region     TEXT NOT NULL,
            key_id     TEXT NOT NULL,
            tag_key    TEXT NOT NULL,
            tag_value  TEXT NOT NULL,
            PRIMARY KEY (account_id, region, key_id, tag_key)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE policy (
            account_id TEXT NOT NULL,
            region     TEXT NOT NULL,
            key_id     TEXT NOT NULL,
            document   TEXT NOT NULL,
            PRIMARY KEY (account_id, region, key_id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE default_region (
            account_id     TEXT NOT NULL,
            region         TEXT NOT NULL,
            replica_region TEXT NOT NULL,
            PRIMARY KEY (account_id, region, replica_region)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mpa_team (
            account_id  TEXT NOT NULL,
            region      TEXT NOT NULL,
            action      TEXT NOT NULL,
            team_arn    TEXT NOT NULL,
            state       TEXT NOT NULL,
            session_arn TEXT,
            PRIMARY KEY (account_id, region, action)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE mpa_session (
            sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
            session_arn    TEXT    NOT NULL UNIQUE,
            account_id     TEXT    NOT NULL,
            region         TEXT    NOT NULL,
            subject        TEXT    NOT NULL,
            action         TEXT    NOT NULL,
            status         TEXT    NOT NULL,
            status_message TEXT,
            initiated_at   INTEGER NOT NULL,
            comment        TEXT,
            key_id         TEXT,
            team_arn       TEXT
        ) STRICT;
        CREATE INDEX mpa_session_by_scope ON mpa_session (account_id, region, initiated_at);

        -- Counting rows would make every creation slower as the store grows.
        CREATE TABLE quota_use (
            account_id TEXT    NOT NULL,
            region     TEXT    NOT NULL,
            keys       INTEGER NOT NULL,
            aliases    INTEGER NOT NULL,
            PRIMARY KEY (account_id, region)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER key_counted AFTER INSERT ON key BEGIN
            INSERT INTO quota_use VALUES (NEW.account_id, NEW.region, 1, 0)
            ON CONFLICT DO UPDATE SET keys = keys + 1;
        END;
        CREATE TRIGGER key_destroyed AFTER UPDATE OF state ON key
        WHEN OLD.state NOT IN ('DELETE_COMPLETE', 'CREATE_FAILED') AND NEW.state IN ('DELETE_COMPLETE', 'CREATE_FAILED') BEGIN
            UPDATE quota_use SET keys = keys - 1 WHERE account_id = NEW.account_id AND region = NEW.region;
        END;
        CREATE TRIGGER key_removed AFTER DELETE ON key WHEN OLD.state NOT IN ('DELETE_COMPLETE', 'CREATE_FAILED') BEGIN
            UPDATE quota_use SET keys = keys - 1 WHERE account_id = OLD.account_id AND region = OLD.region;
        END;
        CREATE TRIGGER alias_counted AFTER INSERT ON alias BEGIN
            INSERT INTO quota_use VALUES (NEW.account_id, NEW.region, 0, 1)
            ON CONFLICT DO UPDATE SET aliases = aliases + 1;
        END;
        CREATE TRIGGER alias_removed AFTER DELETE ON alias BEGIN
            UPDATE quota_use SET aliases = aliases - 1 WHERE account_id = OLD.account_id AND region = OLD.region;
        END;
        """;
}

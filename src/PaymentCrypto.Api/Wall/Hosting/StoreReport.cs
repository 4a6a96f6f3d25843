namespace PaymentCrypto.Api.Hosting;

/// <summary>What an examination of a store or a backup has found.</summary>
public sealed record StoreReport
{
    /// <summary>The database file, or the backup.</summary>
    public required string Path { get; init; }

    /// <summary>What was noticed, the worst first.</summary>
    public required IReadOnlyList<StoreReportFinding> Findings { get; init; }

    /// <summary>The store's id, 32 hex digits; null when it could not be read. Not a secret.</summary>
    public string? StoreId { get; init; }

    /// <summary>The schema version of the file; null when it could not be read.</summary>
    public int? SchemaVersion { get; init; }

    /// <summary>The newest schema version that this module knows.</summary>
    public required int NewestSchemaVersion { get; init; }

    /// <summary><c>KeyFile</c> or <c>Passphrase</c>; null when it could not be read.</summary>
    public string? Protection { get; init; }

    /// <summary>The id of the master key, 32 hex digits; null when it could not be read. Not a secret.</summary>
    public string? MasterKeyId { get; init; }

    /// <summary>When the master key was made.</summary>
    public DateTimeOffset? MasterKeyCreated { get; init; }

    /// <summary>Whether the vault opened with what was given.</summary>
    public required bool VaultOpened { get; init; }

    /// <summary>How much is in it; null when it could not be read.</summary>
    public StoreContents? Contents { get; init; }

    /// <summary>How many sealed secrets were opened and authenticated.</summary>
    public long SecretsVerified { get; init; }

    /// <summary>How many sealed secrets did not authenticate.</summary>
    public long SecretsAltered { get; init; }

    /// <summary>Whether the sealed secrets were left out, because a quick check was asked for or the vault did not open.</summary>
    public bool SecretsSkipped { get; init; }

    /// <summary>The size of the file, with the write-ahead log that belongs to it, in bytes.</summary>
    public long SizeBytes { get; init; }

    /// <summary>When the backup was made; null for a store.</summary>
    public DateTimeOffset? BackupCreated { get; init; }
}

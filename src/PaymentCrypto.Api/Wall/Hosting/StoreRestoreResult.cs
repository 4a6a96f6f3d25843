namespace PaymentCrypto.Api.Hosting;

/// <summary>A store that has been restored.</summary>
public sealed record StoreRestoreResult
{
    /// <summary>The database file.</summary>
    public required string StorePath { get; init; }

    /// <summary>The backup that it came from.</summary>
    public required string File { get; init; }

    /// <summary>When the backup was made: what happened since is not in the store.</summary>
    public required DateTimeOffset BackupCreated { get; init; }

    /// <summary>The store's id, 32 hex digits.</summary>
    public required string StoreId { get; init; }

    /// <summary><c>KeyFile</c> or <c>Passphrase</c>.</summary>
    public required string Protection { get; init; }

    /// <summary>The id of the master key, 32 hex digits.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>What is in it.</summary>
    public required StoreContents Contents { get; init; }

    /// <summary>Whether a store was replaced.</summary>
    public required bool Replaced { get; init; }

    /// <summary>Where the damaged file of the former store was moved to; null unless it was damaged.</summary>
    public string? DamagedStore { get; init; }
}

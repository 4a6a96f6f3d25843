using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto;

/// <summary>A local store that has been restored.</summary>
public sealed partial class RestoredStore
{
    /// <summary>Creates an empty description.</summary>
    public RestoredStore()
    {
    }

    internal RestoredStore(StoreRestoreResult result)
    {
        Path = result.StorePath;
        RestoredFrom = result.File;
        BackupTimestamp = result.BackupCreated.UtcDateTime;
        StoreId = result.StoreId;
        Protection = result.Protection;
        MasterKeyId = result.MasterKeyId;
        Keys = result.Contents.Keys;
        Aliases = result.Contents.Aliases;
        Tokens = result.Contents.Tokens;
        Replaced = result.Replaced;
        DamagedStore = result.DamagedStore;
    }

    /// <summary>The database file.</summary>
    public string? Path { get; set; }

    /// <summary>The backup that it came from.</summary>
    public string? RestoredFrom { get; set; }

    /// <summary>When the backup was made, UTC: what happened since is not in the store.</summary>
    public DateTime BackupTimestamp { get; set; }

    /// <summary>The store's id, 32 hex digits.</summary>
    public string? StoreId { get; set; }

    /// <summary>What protects the store: <c>KeyFile</c> or <c>Passphrase</c>.</summary>
    public string? Protection { get; set; }

    /// <summary>The id of the master key, 32 hex digits.</summary>
    public string? MasterKeyId { get; set; }

    /// <summary>Keys in it, over all accounts and regions.</summary>
    public long Keys { get; set; }

    /// <summary>Aliases in it.</summary>
    public long Aliases { get; set; }

    /// <summary>Tokens in it.</summary>
    public long Tokens { get; set; }

    /// <summary>Whether another store was replaced.</summary>
    public bool Replaced { get; set; }

    /// <summary>Where the file of the former store is, if it was damaged.</summary>
    public string? DamagedStore { get; set; }

    /// <summary>The database file.</summary>
    public override string ToString() => Path ?? string.Empty;
}

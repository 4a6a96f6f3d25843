using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto;

/// <summary>A backup that has been written and verified.</summary>
public sealed partial class StoreBackup
{
    /// <summary>Creates an empty description.</summary>
    public StoreBackup()
    {
    }

    internal StoreBackup(StoreBackupResult result)
    {
        BackupFile = result.File;
        StoreFile = result.StorePath;
        BackupTimestamp = result.Created.UtcDateTime;
        SizeBytes = result.SizeBytes;
        StoreId = result.StoreId;
        Protection = result.Protection;
        MasterKeyId = result.MasterKeyId;
        Keys = result.Contents.Keys;
        Aliases = result.Contents.Aliases;
        Tokens = result.Contents.Tokens;
        SecretsVerified = result.SecretsVerified;
    }

    /// <summary>The backup.</summary>
    public string? BackupFile { get; set; }

    /// <summary>The database that it is a copy of.</summary>
    public string? StoreFile { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime BackupTimestamp { get; set; }

    /// <summary>Its size in bytes.</summary>
    public long SizeBytes { get; set; }

    /// <summary>The store's id, 32 hex digits.</summary>
    public string? StoreId { get; set; }

    /// <summary>What opens it: <c>Passphrase</c>, <c>KeyFile</c>, or <c>None</c> when the key file is inside.</summary>
    public string? Protection { get; set; }

    /// <summary>The id of the master key, 32 hex digits; the key file has it in its name.</summary>
    public string? MasterKeyId { get; set; }

    /// <summary>Keys in it, over all accounts and regions.</summary>
    public long Keys { get; set; }

    /// <summary>Aliases in it.</summary>
    public long Aliases { get; set; }

    /// <summary>Tokens in it.</summary>
    public long Tokens { get; set; }

    /// <summary>How many sealed secrets were opened in the copy to verify it.</summary>
    public long SecretsVerified { get; set; }

    /// <summary>The file.</summary>
    public override string ToString() => BackupFile ?? string.Empty;
}

using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto;

/// <summary>The condition of a local store or of a backup.</summary>
public sealed partial class StoreHealth
{
    /// <summary>Creates an empty description.</summary>
    public StoreHealth()
    {
    }

    internal StoreHealth(StoreReport report)
    {
        Path = report.Path;
        Findings = [.. report.Findings.Select(static finding => new StoreFinding(finding))];
        Healthy = report.Findings.All(static finding => finding.Severity != StoreFindingSeverity.Error);
        StoreId = report.StoreId;
        SchemaVersion = report.SchemaVersion;
        NewestSchemaVersion = report.NewestSchemaVersion;
        Protection = report.Protection;
        MasterKeyId = report.MasterKeyId;
        MasterKeyCreateTimestamp = report.MasterKeyCreated?.UtcDateTime;
        VaultOpened = report.VaultOpened;
        SecretsVerified = report.SecretsVerified;
        SecretsAltered = report.SecretsAltered;
        SecretsSkipped = report.SecretsSkipped;
        Keys = report.Contents?.Keys;
        Aliases = report.Contents?.Aliases;
        Tokens = report.Contents?.Tokens;
        ExpiredTokens = report.Contents?.ExpiredTokens;
        CertificateAuthorities = report.Contents?.CertificateAuthorities;
        ReadyKeyPairs = report.Contents?.ReadyKeyPairs;
        Scopes = report.Contents?.Scopes;
        SizeBytes = report.SizeBytes;
        BackupTimestamp = report.BackupCreated?.UtcDateTime;
    }

    /// <summary>The database file, or the backup.</summary>
    public string? Path { get; set; }

    /// <summary>Whether there is no finding of severity Error.</summary>
    public bool Healthy { get; set; }

    /// <summary>What was noticed, the worst first.</summary>
    public StoreFinding[] Findings { get; set; } = [];

    /// <summary>The store's id, 32 hex digits. Not a secret.</summary>
    public string? StoreId { get; set; }

    /// <summary>The schema version of the file.</summary>
    public int? SchemaVersion { get; set; }

    /// <summary>The newest schema version that this module knows.</summary>
    public int NewestSchemaVersion { get; set; }

    /// <summary><c>KeyFile</c> or <c>Passphrase</c>; <c>None</c> for a backup that has its key file inside.</summary>
    public string? Protection { get; set; }

    /// <summary>The id of the master key, 32 hex digits. Not a secret.</summary>
    public string? MasterKeyId { get; set; }

    /// <summary>When the master key was made, UTC.</summary>
    public DateTime? MasterKeyCreateTimestamp { get; set; }

    /// <summary>Whether the vault opened with what was given.</summary>
    public bool VaultOpened { get; set; }

    /// <summary>How many sealed secrets were opened and authenticated.</summary>
    public long SecretsVerified { get; set; }

    /// <summary>How many sealed secrets did not authenticate.</summary>
    public long SecretsAltered { get; set; }

    /// <summary>Whether the sealed secrets were left out: a quick check was asked for, or the vault did not open.</summary>
    public bool SecretsSkipped { get; set; }

    /// <summary>Keys, over all accounts and regions, replicas included, destroyed ones not.</summary>
    public long? Keys { get; set; }

    /// <summary>Aliases.</summary>
    public long? Aliases { get; set; }

    /// <summary>Import and export tokens, expired ones included.</summary>
    public long? Tokens { get; set; }

    /// <summary>Tokens that have ended.</summary>
    public long? ExpiredTokens { get; set; }

    /// <summary>Certificate authorities.</summary>
    public long? CertificateAuthorities { get; set; }

    /// <summary>RSA key pairs that are ready and belong to no token yet.</summary>
    public long? ReadyKeyPairs { get; set; }

    /// <summary>Accounts and regions in use.</summary>
    public long? Scopes { get; set; }

    /// <summary>The size in bytes, the write-ahead log included.</summary>
    public long SizeBytes { get; set; }

    /// <summary>When the backup was made, UTC; null for a store.</summary>
    public DateTime? BackupTimestamp { get; set; }

    /// <summary>The condition in a few words.</summary>
    public override string ToString() => StoreText.Condition(Healthy, Findings.Length);
}

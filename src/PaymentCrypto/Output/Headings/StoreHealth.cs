using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class StoreHealth
{
    /// <summary>What views show as <c>Condition</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Condition => StoreText.Condition(Healthy, Findings.Length);

    /// <summary>What views show as <c>BackupTime</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? BackupTime => BackupTimestamp;

    /// <summary>What views show as <c>Schema</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Schema => StoreText.Schema(SchemaVersion, NewestSchemaVersion);

    /// <summary>What views show as <c>Vault</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Vault => StoreText.Secrets(VaultOpened, SecretsSkipped, SecretsVerified, SecretsAltered);

    /// <summary>What views show as <c>Contents</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Contents => StoreText.Contents(Keys, Aliases, Tokens, ExpiredTokens);

    /// <summary>What views show as <c>Size</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Size => StoreText.Size(SizeBytes);
}

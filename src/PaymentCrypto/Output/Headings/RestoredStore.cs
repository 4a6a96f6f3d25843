using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class RestoredStore
{
    /// <summary>What views show as <c>BackupTime</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? BackupTime => BackupTimestamp;

    /// <summary>What views show as <c>Contents</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Contents => StoreText.Contents(Keys, Aliases, Tokens, 0);
}

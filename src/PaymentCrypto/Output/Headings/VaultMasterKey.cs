using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class VaultMasterKey
{
    /// <summary>What views show as <c>Created</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Created => CreateTimestamp;

    /// <summary>What views show as <c>Store</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Store => Path ?? "in memory";
}

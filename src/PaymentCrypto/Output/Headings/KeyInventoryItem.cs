using System.Globalization;
using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class KeyInventoryItem
{
    /// <summary>What views show as <c>KCV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? KCV => KeyCheckValue;

    /// <summary>What views show as <c>Exp</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Exp => Exportable switch { null => string.Empty, true => "yes", _ => "no" };

    /// <summary>What views show as <c>Age</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Age => AgeDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} d") : null;

    /// <summary>What views show as <c>Created</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Created => CreateTimestamp;

    /// <summary>What views show as <c>Expiry</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Expiry => ExpiryTimestamp;
}

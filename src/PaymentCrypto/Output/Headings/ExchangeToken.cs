using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class ExchangeToken
{
    /// <summary>What views show as <c>Algorithm</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Algorithm => KeyAlgorithm;

    /// <summary>What views show as <c>ValidUntil</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? ValidUntil => ParametersValidUntilTimestamp;

    /// <summary>What views show as <c>State</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string State => DisplayText.State(Expired, Reusable, null);

    /// <summary>What views show as <c>Created</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Created => CreateTimestamp;
}

using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class KeyInventoryDifference
{
    /// <summary>What views show as <c>Reference</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public object? Reference => ReferenceValue;

    /// <summary>What views show as <c>Difference</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public object? Difference => DifferenceValue;
}

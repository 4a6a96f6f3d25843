using System.Globalization;
using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class KeyComponent
{
    /// <summary>What views show as <c>Component</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Component => string.Create(CultureInfo.InvariantCulture, $"{Number} of {Count}");

    /// <summary>What views show as <c>KeyKCV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? KeyKCV => CombinedKeyCheckValue;
}

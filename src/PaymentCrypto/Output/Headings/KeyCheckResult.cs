using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class KeyCheckResult
{
    /// <summary>What views show as <c>KCV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? KCV => KeyCheckValue;

    /// <summary>What views show as <c>Method</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Method => KeyCheckValueAlgorithm;

    /// <summary>What views show as <c>Algorithm</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Algorithm => KeyAlgorithm;
}

using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public abstract partial class WrappedKeyBlockBase
{
    /// <summary>What views show as <c>Usage</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Usage => KeyUsage;

    /// <summary>What views show as <c>Algorithm</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Algorithm => KeyAlgorithm ?? HeaderAlgorithm;

    /// <summary>What views show as <c>Mode</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Mode => ModeOfUse;

    /// <summary>What views show as <c>Export</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Export => Exportability;

    /// <summary>What views show as <c>KCV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? KCV => KeyCheckValue;
}

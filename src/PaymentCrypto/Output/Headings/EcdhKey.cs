using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class EcdhKey
{
    /// <summary>What views show as <c>Function</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Function => KeyDerivationFunction;

    /// <summary>What views show as <c>Hash</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Hash => KeyDerivationHashAlgorithm;
}

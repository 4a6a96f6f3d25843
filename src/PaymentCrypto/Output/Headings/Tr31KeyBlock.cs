using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class Tr31KeyBlock
{
    /// <summary>What views show as <c>ProtectionKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? ProtectionKey => ProtectionKeyCheckValue is null ? null : $"KCV {ProtectionKeyCheckValue}";

    /// <summary>What views show as <c>Derivation</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Derivation =>
        KeyDerivationFunction is null ? null : $"{KeyDerivationFunction} with {KeyDerivationHashAlgorithm}, shared information {SharedInformation}";
}

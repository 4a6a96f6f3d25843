using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class Tr34KeyBlock
{
    /// <summary>What views show as <c>Signature</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Signature => KeyExchangeText.Signature(SignatureForm, DigestMatches);

    /// <summary>What views show as <c>Encryption</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Encryption => $"{Cipher}, {KeyTransport}";
}

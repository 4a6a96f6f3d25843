using System.Globalization;
using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public abstract partial class KeyExchangeParameters
{
    /// <summary>What views show as <c>ValidUntil</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? ValidUntil => ParametersValidUntilTimestamp;

    /// <summary>What views show as <c>Issuer</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Issuer => RicherProperties.GetCertificate(PSObject.AsPSObject(this))?.Issuer;

    /// <summary>What views show as <c>Left</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Left => DisplayText.Left(TimeSpan.TryParse(TimeRemaining, CultureInfo.InvariantCulture, out TimeSpan left) ? left : null, null);
}

using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class PublicKeyCertificate
{
    /// <summary>What views show as <c>Issuer</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Issuer => RicherProperties.GetCertificate(PSObject.AsPSObject(this))?.Issuer;

    /// <summary>What views show as <c>ValidUntil</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? ValidUntil => NotAfter;

    /// <summary>What views show as <c>Key</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Key => KeyText.Id(KeyIdentifier);

    /// <summary>What views show as <c>Days</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public int? Days => DaysLeft;
}

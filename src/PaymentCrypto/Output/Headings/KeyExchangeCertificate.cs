using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class KeyExchangeCertificate
{
    /// <summary>What views show as <c>Issuer</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Issuer => Leaf?.Issuer;

    /// <summary>What views show as <c>SerialNumber</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? SerialNumber => Leaf?.SerialNumber;

    /// <summary>What views show as <c>Valid</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Valid => KeyExchangeText.Validity(Leaf, DaysLeft, null);

    /// <summary>What views show as <c>SigningRequest</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? SigningRequest => CertificateSigningRequest;

    /// <summary>What views show as <c>Algorithm</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Algorithm => KeyAlgorithm;

    /// <summary>What views show as <c>Subject</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Subject => Leaf?.Subject;

    private X509Certificate2? Leaf => RicherProperties.GetCertificate(PSObject.AsPSObject(this));
}

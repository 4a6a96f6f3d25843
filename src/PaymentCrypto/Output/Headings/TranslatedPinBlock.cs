using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class TranslatedPinBlock
{
    /// <summary>What views show as <c>Key</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Key => KeyText.Id(KeyArn);

    /// <summary>What views show as <c>KCV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? KCV => KeyCheckValue;

    /// <summary>What views show as <c>PAN</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? PAN => CalculationText.CardNumber(PrimaryAccountNumber);
}

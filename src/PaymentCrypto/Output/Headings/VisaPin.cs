using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class VisaPin
{
    /// <summary>What views show as <c>PVV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? PVV => VerificationValue;

    /// <summary>What views show as <c>PVKI</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public int? PVKI => PinVerificationKeyIndex;

    /// <summary>What views show as <c>EncryptionKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string EncryptionKey => KeyText.Id(EncryptionKeyArn);

    /// <summary>What views show as <c>VerificationKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string VerificationKey => KeyText.Id(GenerationKeyArn);

    /// <summary>What views show as <c>PAN</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? PAN => CalculationText.CardNumber(PrimaryAccountNumber);
}

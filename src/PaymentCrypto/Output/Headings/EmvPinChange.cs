using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class EmvPinChange
{
    /// <summary>What views show as <c>PinKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string PinKey => KeyText.Id(NewPinPekArn);

    /// <summary>What views show as <c>IntegrityKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string IntegrityKey => KeyText.Id(SecureMessagingIntegrityKeyArn);

    /// <summary>What views show as <c>ConfidentialityKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string ConfidentialityKey => KeyText.Id(SecureMessagingConfidentialityKeyArn);

    /// <summary>What views show as <c>CryptogramKey</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string CryptogramKey => KeyText.Id(AuthorizationRequestKeyArn);

    /// <summary>What views show as <c>PAN</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? PAN => CalculationText.CardNumber(PrimaryAccountNumber);
}

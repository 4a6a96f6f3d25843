using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class MpaSession
{
    /// <summary>What views show as <c>Since</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Since => InitiationDate;

    /// <summary>What views show as <c>Session</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Session => KeyText.Id(MpaSessionArn);
}

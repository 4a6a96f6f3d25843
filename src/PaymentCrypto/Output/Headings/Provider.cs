using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class Provider
{
    /// <summary>What views show as <c>Store</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Store => DisplayText.Store(Name, InMemory, Path);

    /// <summary>What views show as <c>Quotas</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Quotas => KeyText.Quotas(KeyQuota, AliasQuota, RequestsPerSecond);

    /// <summary>What views show as <c>Credentials</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Credentials => CredentialSource;
}

using System.Globalization;
using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class ServiceEndpoint
{
    /// <summary>What views show as <c>Signatures</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Signatures => VerifiesSignatures ? "verified" : "not looked at";

    /// <summary>What views show as <c>Account</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Account => AccountId;

    /// <summary>What views show as <c>Store</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Store => Path ?? "in memory";

    /// <summary>What views show as <c>Connections</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Connections => string.Create(CultureInfo.InvariantCulture, $"{OpenConnections} open of {AcceptedConnections}");

    /// <summary>What views show as <c>Environment</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public object? Environment => EnvironmentVariables;
}

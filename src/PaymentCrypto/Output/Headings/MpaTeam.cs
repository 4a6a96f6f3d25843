using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class MpaTeam
{
    /// <summary>What views show as <c>Approval</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Approval => MpaStatus;

    /// <summary>What views show as <c>State</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? State => AssociationState;

    /// <summary>What views show as <c>Team</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Team => MpaTeamArn;
}

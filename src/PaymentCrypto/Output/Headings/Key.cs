using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class Key
{
    /// <summary>What views show as <c>Usage</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Usage => KeyText.Usage(KeyUsage);

    /// <summary>What views show as <c>Algorithm</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Algorithm => KeyAlgorithm;

    /// <summary>What views show as <c>State</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string State => KeyText.State(KeyState, Enabled);

    /// <summary>What views show as <c>KCV</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string? KCV => KeyCheckValue;

    /// <summary>What views show as <c>ModesOfUse</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string[]? ModesOfUse => KeyModesOfUse;

    /// <summary>What views show as <c>Created</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Created => CreateTimestamp;

    /// <summary>What views show as <c>EnabledSince</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? EnabledSince => UsageStartTimestamp;

    /// <summary>What views show as <c>DisabledSince</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? DisabledSince => UsageStopTimestamp;

    /// <summary>What views show as <c>WillBeDeleted</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? WillBeDeleted => DeletePendingTimestamp;

    /// <summary>What views show as <c>Deleted</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public DateTime? Deleted => DeleteTimestamp;

    /// <summary>What views show as <c>Replicas</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public KeyReplica[] Replicas => ReplicationStatus;

    /// <summary>What views show as <c>Approval</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public string Approval => KeyText.Approval(MpaStatus, MpaSessionArn, MpaStatusMessage);

    private protected override string? Name => Aliases is [var first, ..] ? first : KeyId;
}

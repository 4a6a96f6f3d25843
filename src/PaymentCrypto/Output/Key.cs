using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>
/// A key, under the names that the service uses, flat: attributes and approval are not nested. It never has key material.
/// </summary>
/// <remarks>
/// The properties here are what ConvertTo-Json and a C# program see. In PowerShell <c>Age</c> is a TimeSpan.
/// </remarks>
public sealed partial class Key : KeyHeading
{
    /// <summary>Creates an empty description.</summary>
    public Key()
    {
    }

    internal Key(Api.Key key, Origin origin)
    {
        KeyCheckValueAlgorithm = key.KeyCheckValueAlgorithm;
        KeyOrigin = key.KeyOrigin;
        DeriveKeyUsage = key.DeriveKeyUsage;
        CreateTimestamp = key.CreateTimestamp?.UtcDateTime;
        UsageStartTimestamp = key.UsageStartTimestamp?.UtcDateTime;
        UsageStopTimestamp = key.UsageStopTimestamp?.UtcDateTime;
        DeletePendingTimestamp = key.DeletePendingTimestamp?.UtcDateTime;
        DaysUntilDeletion = WholeDays.Until(DeletePendingTimestamp, origin.Clock);
        DeleteTimestamp = key.DeleteTimestamp?.UtcDateTime;
        UsingDefaultReplicationRegions = key.UsingDefaultReplicationRegions;
        ReplicationStatus = key.ReplicationStatus?.Select(static region => new KeyReplica(region.Key, region.Value)).ToArray() ?? [];
        MpaSessionArn = key.MpaStatus?.MpaSessionArn;
        MpaStatus = key.MpaStatus?.Status;
        MpaStatusMessage = key.MpaStatus?.StatusMessage;
        MpaInitiationDate = key.MpaStatus?.InitiationDate?.UtcDateTime;
        Describe(key.KeyArn, key.KeyAttributes, origin);
        DescribeState(key.KeyState, key.KeyCheckValue, key.Enabled, key.Exportable);
        DescribeOrigin(key.MultiRegionKeyType, key.PrimaryRegion);
        if (key.CreateTimestamp is { } created)
        {
            TimeSpan age = origin.Clock.GetUtcNow() - created;
            Age = new TimeSpan(age.Ticks - (age.Ticks % TimeSpan.TicksPerSecond)).ToString("c");
            RicherProperties.AddDuration(this, nameof(Age));
        }
    }

    internal Key(Api.KeySummary key, Origin origin)
    {
        Describe(key.KeyArn, key.KeyAttributes, origin);
        DescribeState(key.KeyState, key.KeyCheckValue, key.Enabled, key.Exportable);
        DescribeOrigin(key.MultiRegionKeyType, key.PrimaryRegion);
    }

    /// <summary>The ARN.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The last part of the ARN.</summary>
    public string? KeyId { get; set; }

    /// <summary>The aliases of the key, <c>alias/name</c>; null when they were not looked up.</summary>
    public string[]? Aliases { get; set; }

    /// <summary>The TR-31 usage, for example <c>TR31_P0_PIN_ENCRYPTION_KEY</c>.</summary>
    public string? KeyUsage { get; set; }

    /// <summary>For example <c>SYMMETRIC_KEY</c>.</summary>
    public string? KeyClass { get; set; }

    /// <summary>Algorithm and length, for example <c>AES_128</c>.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>What the key may do: the names of the service's switches that are on.</summary>
    public string[] KeyModesOfUse { get; set; } = [];

    /// <summary>For example <c>CREATE_COMPLETE</c>.</summary>
    public string? KeyState { get; set; }

    /// <summary>The key check value, hex.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>How it was computed, for example <c>ANSI_X9_24</c>.</summary>
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>Whether the key may be used now.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether the key may ever be exported.</summary>
    public bool? Exportable { get; set; }

    /// <summary>Made by the service (<c>AWS_PAYMENT_CRYPTOGRAPHY</c>) or imported (<c>EXTERNAL</c>).</summary>
    public string? KeyOrigin { get; set; }

    /// <summary>The only usage of keys derived from this key agreement key; null when it is not restricted.</summary>
    public string? DeriveKeyUsage { get; set; }

    /// <summary>When it was made or imported, UTC.</summary>
    public DateTime? CreateTimestamp { get; set; }

    /// <summary>Since when it is enabled, UTC.</summary>
    public DateTime? UsageStartTimestamp { get; set; }

    /// <summary>Since when it is disabled, UTC.</summary>
    public DateTime? UsageStopTimestamp { get; set; }

    /// <summary>When it will be destroyed, UTC; null unless that is scheduled.</summary>
    public DateTime? DeletePendingTimestamp { get; set; }

    /// <summary>How many whole days that was when the key was read, on the provider's clock; null unless it is scheduled.</summary>
    public int? DaysUntilDeletion { get; set; }

    /// <summary>When it was destroyed, UTC.</summary>
    public DateTime? DeleteTimestamp { get; set; }

    /// <summary>How old the key was when it was read, on the provider's clock, as <c>[d.]hh:mm:ss</c>. In PowerShell a TimeSpan.</summary>
    public string? Age { get; set; }

    /// <summary><c>PRIMARY</c> or <c>REPLICA</c>; null for a key in one region.</summary>
    public string? MultiRegionKeyType { get; set; }

    /// <summary>The region of the primary key.</summary>
    public string? PrimaryRegion { get; set; }

    /// <summary>The regions of the replicas.</summary>
    public KeyReplica[] ReplicationStatus { get; set; } = [];

    /// <summary>Whether the account's default regions were taken when the key was made.</summary>
    public bool? UsingDefaultReplicationRegions { get; set; }

    /// <summary>The approval session that decides about the import of this key.</summary>
    public string? MpaSessionArn { get; set; }

    /// <summary>The state of that session, for example <c>PENDING</c>.</summary>
    public string? MpaStatus { get; set; }

    /// <summary>What the service says about it.</summary>
    public string? MpaStatusMessage { get; set; }

    /// <summary>When the approval was asked for, UTC.</summary>
    public DateTime? MpaInitiationDate { get; set; }

    /// <summary>The provider that has the key.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <summary>The ARN, so that a key can be given wherever a key identifier is asked for.</summary>
    public override string ToString() => KeyArn ?? string.Empty;

    private void Describe(string? keyArn, Api.KeyAttributes? attributes, Origin origin)
    {
        KeyArn = keyArn;
        KeyId = keyArn is null ? null : KeyIdentifier.KeyId(keyArn);
        KeyUsage = attributes?.KeyUsage;
        KeyClass = attributes?.KeyClass;
        KeyAlgorithm = attributes?.KeyAlgorithm;
        KeyModesOfUse = Api.ModesOfUse.Names(attributes?.KeyModesOfUse);
        Provider = origin.Provider.ToString();
        AccountId = origin.AccountId ?? KeyIdentifier.AccountOf(keyArn);
        Region = origin.Region;
    }

    private void DescribeState(string? state, string? checkValue, bool? enabled, bool? exportable)
    {
        KeyState = state;
        KeyCheckValue = checkValue;
        Enabled = enabled;
        Exportable = exportable;
    }

    private void DescribeOrigin(string? multiRegionKeyType, string? primaryRegion)
    {
        MultiRegionKeyType = multiRegionKeyType;
        PrimaryRegion = primaryRegion;
    }
}

using System.Text.Json.Serialization;
using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>
/// One line of an inventory: a key, an alias without a key, or a token. Flat, so that it goes into a table, a CSV file or a
/// database as it is; it has what anybody with the right to list may know, and nothing secret.
/// </summary>
public sealed partial class KeyInventoryItem
{
    /// <summary><c>Key</c>, <c>Alias</c> (one without a key) or <c>Token</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>What a person calls it: the first alias of a key, or else its id; the alias; the token.</summary>
    public string? Name { get; set; }

    /// <summary>The key's ARN.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The last part of the ARN.</summary>
    public string? KeyId { get; set; }

    /// <summary>The key's aliases, separated by <c>; </c>.</summary>
    public string? Aliases { get; set; }

    /// <summary>The TR-31 usage, for example <c>TR31_P0_PIN_ENCRYPTION_KEY</c>.</summary>
    public string? Usage { get; set; }

    /// <summary>For example <c>SYMMETRIC_KEY</c>.</summary>
    public string? Class { get; set; }

    /// <summary>Algorithm and length, for example <c>AES_128</c>; a token's is that of its key pair.</summary>
    public string? Algorithm { get; set; }

    /// <summary>What the key may do, separated by <c>; </c>.</summary>
    public string? ModesOfUse { get; set; }

    /// <summary>
    /// In one word: <c>enabled</c>, <c>disabled</c>, <c>deleting</c>, <c>deleted</c>; a token is <c>valid</c>, <c>reusable</c> or <c>expired</c>.
    /// </summary>
    public string? State { get; set; }

    /// <summary>Whether the key may ever be exported.</summary>
    public bool? Exportable { get; set; }

    /// <summary>The key check value, hex.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>How it was computed, for example <c>ANSI_X9_24</c>.</summary>
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>Made by the service (<c>AWS_PAYMENT_CRYPTOGRAPHY</c>) or imported (<c>EXTERNAL</c>).</summary>
    public string? Origin { get; set; }

    /// <summary>When it was made or imported, UTC.</summary>
    public DateTime? CreateTimestamp { get; set; }

    /// <summary>How many whole days old it was when the inventory was taken.</summary>
    public int? AgeDays { get; set; }

    /// <summary>The last change that the service tells of, UTC: made, enabled, disabled, deletion scheduled or carried out.</summary>
    public DateTime? LastChangeTimestamp { get; set; }

    /// <summary>When the key will be destroyed, UTC; null unless that is scheduled.</summary>
    public DateTime? DeletePendingTimestamp { get; set; }

    /// <summary>When the token, or the certificate of an imported public key, ends, UTC.</summary>
    public DateTime? ExpiryTimestamp { get; set; }

    /// <summary>How many whole days were left until then; negative when it had ended.</summary>
    public int? DaysLeft { get; set; }

    /// <summary>The key's tags as <c>name=value</c>, by name, separated by <c>; </c>.</summary>
    public string? Tags { get; set; }

    /// <summary>The key's resource policy, JSON; null when it has none.</summary>
    public string? Policy { get; set; }

    /// <summary><c>PRIMARY</c> or <c>REPLICA</c>; null for a key in one region.</summary>
    public string? MultiRegionKeyType { get; set; }

    /// <summary>The region of the primary key.</summary>
    public string? PrimaryRegion { get; set; }

    /// <summary>The regions of the replicas, separated by <c>; </c>.</summary>
    public string? ReplicaRegions { get; set; }

    /// <summary>The subject of an imported public key's certificate.</summary>
    public string? CertificateSubject { get; set; }

    /// <summary>Its thumbprint: SHA-1 in hex, as certificate stores show it.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>What a token is for, for example <c>TR34_KEY_BLOCK</c>.</summary>
    public string? KeyMaterialType { get; set; }

    /// <summary>A token's direction: <c>Import</c> or <c>Export</c>.</summary>
    public string? Direction { get; set; }

    /// <summary>The provider that has it.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <summary>When the inventory was taken, UTC.</summary>
    public DateTime? InventoryTimestamp { get; set; }

    /// <summary>Whether the key may be used; derived from <see cref="State"/>.</summary>
    [JsonIgnore]
    public bool? Enabled => Kind != InventoryKind.Key ? null : State == "enabled";

    /// <summary>The ARN of a key, otherwise the name, so that an item can be given wherever a key is asked for.</summary>
    public override string ToString() => KeyArn ?? Name ?? string.Empty;
}

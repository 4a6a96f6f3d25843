using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Keys;

/// <summary>One key as it is stored, without its material.</summary>
internal sealed record KeyRecord
{
    /// <summary>Order of creation in the store; 0 before it is stored.</summary>
    public long Sequence { get; init; }

    /// <summary>Its account and region.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>The id at the end of its ARN; a replica has its primary's.</summary>
    public required string KeyId { get; init; }

    /// <summary>What the key is and may do.</summary>
    public required KeyAttributes Attributes { get; init; }

    /// <summary>The check value, upper-case hex.</summary>
    public required string CheckValue { get; init; }

    /// <summary>One of <see cref="KeyCheckValueAlgorithm"/>.</summary>
    public required string CheckValueAlgorithm { get; init; }

    /// <summary>Whether it may be exported.</summary>
    public required bool Exportable { get; init; }

    /// <summary>Whether it may be used.</summary>
    public required bool Enabled { get; init; }

    /// <summary>One of <see cref="KeyState"/>, or <see cref="CreateFailed"/>.</summary>
    public required string State { get; init; }

    /// <summary>One of <see cref="KeyOrigin"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Since when it is enabled.</summary>
    public DateTimeOffset? UsageStart { get; init; }

    /// <summary>Since when it is disabled.</summary>
    public DateTimeOffset? UsageStop { get; init; }

    /// <summary>When it will be destroyed.</summary>
    public DateTimeOffset? DeletePending { get; init; }

    /// <summary>When it was destroyed.</summary>
    public DateTimeOffset? Deleted { get; init; }

    /// <summary>The one purpose of keys that are derived from it; ECC only.</summary>
    public string? DeriveKeyUsage { get; init; }

    /// <summary>The primary's region, on primaries with replicas and on replicas.</summary>
    public string? PrimaryRegion { get; init; }

    /// <summary>Whether its replicas follow the account's default list; null when replication is not in play.</summary>
    public bool? UsingDefaultRegions { get; init; }

    /// <summary>The approval session of an import that needed one.</summary>
    public string? MpaSessionArn { get; init; }

    /// <summary>DER SubjectPublicKeyInfo of an asymmetric key.</summary>
    public byte[]? PublicKey { get; init; }

    /// <summary>The certificate: the imported one of a public key, or the last issued one of a key pair. DER.</summary>
    public byte[]? Certificate { get; init; }

    /// <summary>The certificate of its issuer, DER.</summary>
    public byte[]? IssuerCertificate { get; init; }

    /// <summary>The sealed material; null on public keys and destroyed keys.</summary>
    public byte[]? MaterialSealed { get; init; }

    /// <summary>A state that the service documents but its model does not list: an import that was not approved.</summary>
    public const string CreateFailed = "CREATE_FAILED";

    /// <summary>The full ARN.</summary>
    public string Arn => KeyArn.Of(Scope, KeyId);

    /// <summary>Whether this is a read-only replica of a key in another region.</summary>
    public bool IsReplica => PrimaryRegion is not null && PrimaryRegion != Scope.Region;

    /// <summary>To what the sealed material is bound: everything about the key that must never change.</summary>
    public SecretIdentity Identity => SecretIdentity.Of(
        "key.material",
        Arn,
        Attributes.KeyUsage!,
        Attributes.KeyClass!,
        Attributes.KeyAlgorithm!,
        ((int)ModeFlags.Of(Attributes.KeyModesOfUse!)).ToString(CultureInfo.InvariantCulture),
        CheckValue,
        CheckValueAlgorithm,
        Exportable ? "exportable" : "not exportable",
        Origin,
        Created.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        DeriveKeyUsage ?? string.Empty,
        PublicKey is null ? string.Empty : Convert.ToHexString(PublicKey));
}

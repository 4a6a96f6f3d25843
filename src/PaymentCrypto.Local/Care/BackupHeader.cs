using System.Text.Json.Serialization;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>
/// What stands at the beginning of a backup: everything that is needed to open it, and what is in it. The seal at the end of the
/// file covers it.
/// </summary>
internal sealed record BackupHeader
{
    /// <summary>When the backup was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The schema version of the database.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>The store's id.</summary>
    public required string StoreId { get; init; }

    /// <summary>One of <see cref="VaultProtection"/>.</summary>
    public required string Protection { get; init; }

    /// <summary>The master key's id.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>When the master key was made.</summary>
    public required DateTimeOffset MasterKeyCreated { get; init; }

    /// <summary>The cost of the passphrase; null unless there is one.</summary>
    public Argon2Parameters? Argon2 { get; init; }

    /// <summary>The data key under the master key.</summary>
    public required byte[] DataKeySealed { get; init; }

    /// <summary>The master key itself; null unless that was asked for.</summary>
    public byte[]? MasterKey { get; init; }

    /// <summary>The length of the database image in bytes.</summary>
    public required long ImageLength { get; init; }

    /// <summary>What is in it.</summary>
    public required StoreContents Contents { get; init; }

    /// <summary>The vault's row that the image has too.</summary>
    [JsonIgnore]
    public VaultRecord Vault => new()
    {
        StoreId = StoreId,
        Protection = Protection,
        MasterKeyId = MasterKeyId,
        MasterKeyCreated = MasterKeyCreated,
        Argon2 = Argon2,
        DataKeySealed = DataKeySealed,
    };

    /// <summary>The type's name only: it may hold a key.</summary>
    public override string ToString() => nameof(BackupHeader);
}

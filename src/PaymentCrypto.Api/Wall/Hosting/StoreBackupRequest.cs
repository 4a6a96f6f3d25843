using System.Security;

namespace PaymentCrypto.Api.Hosting;

/// <summary>Where a backup goes and what protects it.</summary>
public sealed record StoreBackupRequest
{
    /// <summary>The file to write.</summary>
    public required string File { get; init; }

    /// <summary>Seals the backup's data key under this passphrase (Argon2id); null to leave it under the store's own master key.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>Put the store's master key into the backup in the clear: whoever has the file then has every key in it.</summary>
    public bool IncludeKeyFile { get; init; }

    /// <summary>Replace a file that is there already.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The type's name only: the request may hold a passphrase.</summary>
    public override string ToString() => nameof(StoreBackupRequest);
}

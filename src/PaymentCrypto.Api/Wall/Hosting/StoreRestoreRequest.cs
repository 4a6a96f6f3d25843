using System.Security;

namespace PaymentCrypto.Api.Hosting;

/// <summary>A backup and what opens it.</summary>
public sealed record StoreRestoreRequest
{
    /// <summary>The backup.</summary>
    public required string File { get; init; }

    /// <summary>The backup's passphrase; null when it has none.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>The key file of a backup that is protected by one; null to look in the backup and beside the store.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Replace a store that is there already.</summary>
    public bool Overwrite { get; init; }

    /// <summary>The type's name only: the request may hold a passphrase.</summary>
    public override string ToString() => nameof(StoreRestoreRequest);
}

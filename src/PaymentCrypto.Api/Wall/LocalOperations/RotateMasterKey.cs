using System.Security;

namespace PaymentCrypto.Api;

/// <summary>
/// Gives the vault a new master key and a new data key, and seals every secret of the store under it, all in one transaction. The old key
/// file or passphrase opens nothing any more, and what an old copy of the store and its key file holds opens nothing that is made later.
/// </summary>
public sealed record RotateMasterKeyRequest() : LocalRequest<RotateMasterKeyResponse>("RotateMasterKey")
{
    /// <summary>The new passphrase; null to protect the store with a new key file.</summary>
    public SecureString? NewPassphrase { get; init; }

    /// <summary>Told how many secrets are sealed anew.</summary>
    public IProgress<StoreCareProgress>? Progress { get; init; }
}

/// <summary>What protects the store now.</summary>
public sealed record RotateMasterKeyResponse : ApiResponse
{
    /// <summary><c>KeyFile</c>, <c>Passphrase</c>, or <c>Memory</c> for a store in memory.</summary>
    public required string Protection { get; init; }

    /// <summary>The id of the new master key, 32 hex digits. Not a secret.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTimestamp { get; init; }
}

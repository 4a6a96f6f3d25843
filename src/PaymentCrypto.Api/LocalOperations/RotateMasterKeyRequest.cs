using System.Security;

namespace PaymentCrypto.Api;

/// <summary>
/// Gives the vault a new master key and seals the data key under it. The store's secrets stay as they are; the old key file or
/// passphrase opens nothing any more.
/// </summary>
public sealed record RotateMasterKeyRequest() : LocalRequest<RotateMasterKeyResponse>("RotateMasterKey")
{
    /// <summary>The new passphrase; null to protect the store with a new key file.</summary>
    public SecureString? NewPassphrase { get; init; }
}

using System.Security;
using PaymentCrypto.Api.Hosting;

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

using System.Security.Cryptography;

namespace PaymentCrypto.Local.Vault;

/// <summary>An RSA private key on loan; disposing the lease gives it back.</summary>
internal sealed class RsaKeyLease(OpenedRsaKeys owner, string digest, RSA key, int generation) : IDisposable
{
    private RSA? _key = key;

    /// <summary>The key. It is not the borrower's to dispose.</summary>
    public RSA Key => _key ?? throw new ObjectDisposedException(nameof(RsaKeyLease));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _key, null) is { } returned)
        {
            owner.Return(digest, returned, generation);
        }
    }
}

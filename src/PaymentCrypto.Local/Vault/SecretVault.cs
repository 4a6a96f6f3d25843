using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Vault;

/// <summary>Seals and opens the secrets of one store under its data key. Safe for use from several threads.</summary>
internal sealed class SecretVault : IDisposable
{
    private readonly SecretBuffer _dataKey;
    private readonly ThreadLocal<AesGcm> _ciphers;

    /// <summary>Takes over an open data key.</summary>
    /// <param name="dataKey">32 bytes; zeroed when the vault is disposed.</param>
    /// <param name="storeId">The store that the key belongs to.</param>
    public SecretVault(SecretBuffer dataKey, string storeId)
    {
        _dataKey = dataKey;
        StoreId = storeId;
        // AesGcm is not documented as safe for concurrent use.
        _ciphers = new ThreadLocal<AesGcm>(() => SealedEnvelope.Cipher(_dataKey.Span), trackAllValues: true);
    }

    /// <summary>The id of the store, 32 hex digits.</summary>
    public string StoreId { get; }

    /// <summary>Seals a secret for one record.</summary>
    public byte[] Seal(ReadOnlySpan<byte> secret, SecretIdentity identity) => SealedEnvelope.Seal(_ciphers.Value!, secret, identity.Encoded);

    /// <summary>Opens the secret of one record.</summary>
    /// <param name="envelope">What <see cref="Seal"/> returned.</param>
    /// <param name="identity">The same identity.</param>
    /// <param name="record">How to call the record in an error.</param>
    /// <returns>The secret; the caller disposes it.</returns>
    /// <exception cref="VaultException">The envelope was altered, or belongs to another record or store.</exception>
    public SecretBuffer Open(ReadOnlySpan<byte> envelope, SecretIdentity identity, string record) =>
        SealedEnvelope.TryOpen(_ciphers.Value!, envelope, identity.Encoded)
        ?? throw new VaultException(
            VaultFailure.SecretAltered,
            $"The sealed secret of {record} does not authenticate: the record was altered, damaged or moved outside PaymentCrypto. Restore the store from a backup.");

    /// <summary>Another vault with the same data key, which lives and is disposed on its own.</summary>
    public SecretVault Share() => new(SecretBuffer.CopyOf(_dataKey.Span), StoreId);

    /// <summary>The data key, to seal it under another master key.</summary>
    internal ReadOnlySpan<byte> DataKey => _dataKey.Span;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (AesGcm cipher in _ciphers.Values)
        {
            cipher.Dispose();
        }

        _ciphers.Dispose();
        _dataKey.Dispose();
    }
}

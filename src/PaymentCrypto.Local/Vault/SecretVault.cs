using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// Seals and opens the secrets of one store under its data key. Safe for use from several threads. A change of the master key changes the
/// data key too: the vault then takes over the new one, and the old one opens nothing here from that moment on.
/// </summary>
internal sealed class SecretVault : IDisposable
{
    private readonly ReaderWriterLockSlim _gate = new();
    private DataKey _dataKey;

    /// <summary>Takes over an open data key.</summary>
    /// <param name="dataKey">32 bytes; zeroed when the vault is disposed.</param>
    /// <param name="storeId">The store that the key belongs to.</param>
    /// <param name="masterKeyId">The master key that it was sealed under: every one has a data key of its own.</param>
    public SecretVault(SecretBuffer dataKey, string storeId, string masterKeyId)
        : this(new Lazy<SecretBuffer>(dataKey), storeId, masterKeyId)
    {
    }

    private SecretVault(Lazy<SecretBuffer> dataKey, string storeId, string masterKeyId)
    {
        _dataKey = new DataKey(dataKey, masterKeyId);
        StoreId = storeId;
    }

    /// <summary>
    /// The vault of a store in memory, whose data key nobody else ever needs: it is made for the first secret. Until then OpenSSL, which takes longer to load
    /// than the rest of a start, is not touched; the ids, which are no secrets, come from the system's generator all the same.
    /// </summary>
    public static SecretVault InMemory() => new(new Lazy<SecretBuffer>(SealedEnvelope.NewKey), NewId(), NewId());

    /// <summary>Told after another data key was taken over: what was opened with the former one must not be kept.</summary>
    public event Action? Replaced;

    /// <summary>The id of the store, 32 hex digits.</summary>
    public string StoreId { get; }

    /// <summary>The id of the master key that protects the data key in use.</summary>
    public string MasterKeyId => Volatile.Read(ref _dataKey).MasterKeyId;

    /// <summary>The data key of a vault that nobody else can give another one.</summary>
    internal ReadOnlySpan<byte> DataKeyBytes => _dataKey.Bytes;

    /// <summary>
    /// Seals a secret for one record. To be done inside the transaction that writes the record: only there is it certain that the data key
    /// is the store's own (<see cref="VaultKeeper"/>).
    /// </summary>
    public byte[] Seal(ReadOnlySpan<byte> secret, SecretIdentity identity)
    {
        _gate.EnterReadLock();
        try
        {
            return SealedEnvelope.Seal(_dataKey.Cipher, secret, identity.Encoded);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Opens the secret of one record.</summary>
    /// <param name="envelope">What <see cref="Seal"/> returned.</param>
    /// <param name="identity">The same identity.</param>
    /// <param name="record">How to call the record in an error.</param>
    /// <returns>The secret; the caller disposes it.</returns>
    /// <exception cref="VaultException">The envelope was altered, or belongs to another record or store.</exception>
    public SecretBuffer Open(ReadOnlySpan<byte> envelope, SecretIdentity identity, string record)
    {
        _gate.EnterReadLock();
        try
        {
            return SealedEnvelope.TryOpen(_dataKey.Cipher, envelope, identity.Encoded)
                ?? throw new VaultException(
                    VaultFailure.SecretAltered,
                    $"The sealed secret of {record} does not authenticate: the record was altered, damaged or moved outside PaymentCrypto. Restore the "
                        + "store from a backup.");
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Another vault with the same data key, which lives and is disposed on its own.</summary>
    public SecretVault Share()
    {
        _gate.EnterReadLock();
        try
        {
            return new SecretVault(SecretBuffer.CopyOf(_dataKey.Bytes), StoreId, _dataKey.MasterKeyId);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Takes over the data key of another vault of the same store, which is empty afterwards, and destroys the former one.</summary>
    public void TakeOver(SecretVault current)
    {
        DataKey former;
        _gate.EnterWriteLock();
        try
        {
            former = _dataKey;
            Volatile.Write(ref _dataKey, current._dataKey);
        }
        finally
        {
            _gate.ExitWriteLock();
        }

        former.Dispose();
        Replaced?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _dataKey.Dispose();
        _gate.Dispose();
    }

    // 32 hex digits, 122 of their bits random (RFC 9562 5.4).
    private static string NewId() => Convert.ToHexString(Guid.NewGuid().ToByteArray());

    private sealed class DataKey : IDisposable
    {
        private readonly Lazy<SecretBuffer> _key;
        private readonly ThreadLocal<AesGcm> _ciphers;

        public DataKey(Lazy<SecretBuffer> key, string masterKeyId)
        {
            _key = key;
            MasterKeyId = masterKeyId;
            // AesGcm is not documented as safe for concurrent use.
            _ciphers = new ThreadLocal<AesGcm>(() => SealedEnvelope.Cipher(_key.Value.Span), trackAllValues: true);
        }

        public string MasterKeyId { get; }

        public ReadOnlySpan<byte> Bytes => _key.Value.Span;

        public AesGcm Cipher => _ciphers.Value!;

        public void Dispose()
        {
            foreach (AesGcm cipher in _ciphers.Values)
            {
                cipher.Dispose();
            }

            _ciphers.Dispose();
            if (_key.IsValueCreated)
            {
                _key.Value.Dispose();
            }
        }
    }
}

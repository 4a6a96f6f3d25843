using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Vault;

/// <summary>A new master key, not yet recorded anywhere, and the vault row that goes with it.</summary>
internal sealed class MasterKey : IDisposable
{
    private readonly SecretBuffer _key;

    private MasterKey(string protection, SecretBuffer key, Argon2Parameters? argon2)
    {
        Protection = protection;
        _key = key;
        Argon2 = argon2;
    }

    /// <summary>One of <see cref="VaultProtection"/>.</summary>
    public string Protection { get; }

    /// <summary>A random id, 32 hex digits.</summary>
    public string Id { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The cost parameters of a passphrase.</summary>
    public Argon2Parameters? Argon2 { get; }

    /// <summary>The 32 bytes, to write them to a key file.</summary>
    public ReadOnlySpan<byte> Bytes => _key.Span;

    /// <summary>A random master key.</summary>
    /// <param name="protection">Where it will be kept.</param>
    public static MasterKey Random(string protection)
    {
        SecretBuffer key = new(SealedEnvelope.KeyLength);
        RandomNumberGenerator.Fill(key.Span);
        return new MasterKey(protection, key, argon2: null);
    }

    /// <summary>A master key from a passphrase, with new salt and today's cost.</summary>
    public static MasterKey FromPassphrase(SecureString passphrase)
    {
        var parameters = Argon2Parameters.New();
        return new MasterKey(VaultProtection.Passphrase, PassphraseKdf.Derive(passphrase, parameters), parameters);
    }

    /// <summary>Seals a store's data key under this master key.</summary>
    public VaultRecord Seal(ReadOnlySpan<byte> dataKey, string storeId, DateTimeOffset now)
    {
        using AesGcm cipher = SealedEnvelope.Cipher(_key.Span);
        return new VaultRecord
        {
            StoreId = storeId,
            Protection = Protection,
            MasterKeyId = Id,
            MasterKeyCreated = now,
            Argon2 = Argon2,
            DataKeySealed = SealedEnvelope.Seal(cipher, dataKey, VaultRecord.DataKeyIdentity(storeId, Id).Encoded),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}

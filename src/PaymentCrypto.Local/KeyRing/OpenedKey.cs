using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>
/// A key of the store with its material open, ready to be used. It is lent to any number of callers at once; its memory is zeroed when
/// the ring has given it up and the last of them has returned it.
/// </summary>
internal sealed class OpenedKey : IDisposable
{
    private readonly SecretBuffer? _material;
    private BlockCipher? _cipher;
    private int _holders = 1;

    /// <summary>Takes over open material.</summary>
    /// <param name="record">The key.</param>
    /// <param name="material">The raw key; null for key pairs and public keys, whose private part is lent apart.</param>
    public OpenedKey(KeyRecord record, SecretBuffer? material)
    {
        Record = record;
        Arn = record.Arn;
        _material = material;
    }

    /// <summary>What the store says of the key.</summary>
    public KeyRecord Record { get; }

    /// <summary>The full ARN.</summary>
    public string Arn { get; }

    /// <summary>What the key is and may do.</summary>
    public KeyAttributes Attributes => Record.Attributes;

    /// <summary>The check value, upper-case hex.</summary>
    public string CheckValue => Record.CheckValue;

    /// <summary>The raw key, 16 to 64 bytes by its algorithm.</summary>
    /// <exception cref="ValidationException">The key is not symmetric.</exception>
    public ReadOnlySpan<byte> Material => _material is null
        ? throw new ValidationException($"{Arn} is of class {Attributes.KeyClass}: a symmetric key is needed.")
        : _material.Span;

    /// <summary>The key as a block cipher, expanded once.</summary>
    /// <exception cref="ValidationException">The key is neither TDES nor AES.</exception>
    public BlockCipher Cipher => Volatile.Read(ref _cipher) ?? Expand();

    /// <summary>Whether the material stands for a TDES key.</summary>
    public bool IsTdes => Attributes.KeyAlgorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key;

    /// <summary>Whether the material stands for an AES key.</summary>
    public bool IsAes => Attributes.KeyAlgorithm is KeyAlgorithm.Aes128 or KeyAlgorithm.Aes192 or KeyAlgorithm.Aes256;

    /// <summary>Lends the key once more, unless it has been given up and zeroed.</summary>
    public bool TryLend()
    {
        for (int holders = Volatile.Read(ref _holders); holders > 0; holders = Volatile.Read(ref _holders))
        {
            if (Interlocked.CompareExchange(ref _holders, holders + 1, holders) == holders)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the key. Whoever was lent it calls this once; so does the ring that gives it up.</summary>
    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holders) == 0)
        {
            _cipher?.Dispose();
            _material?.Dispose();
        }
    }

    private BlockCipher Expand()
    {
        BlockCipherAlgorithm algorithm = IsTdes ? BlockCipherAlgorithm.Tdes
            : IsAes ? BlockCipherAlgorithm.Aes
            : throw new ValidationException($"{Arn} is a key of algorithm {Attributes.KeyAlgorithm}: a TDES or AES key is needed.");
        var expanded = BlockCipher.Create(algorithm, Material);
        BlockCipher? other = Interlocked.CompareExchange(ref _cipher, expanded, null);
        if (other is null)
        {
            return expanded;
        }

        expanded.Dispose();
        return other;
    }
}

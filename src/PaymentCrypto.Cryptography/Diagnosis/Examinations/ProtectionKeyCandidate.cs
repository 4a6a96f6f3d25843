using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>A key under which something may have been wrapped.</summary>
public sealed class ProtectionKeyCandidate : IDisposable
{
    private readonly SecretBuffer _key;

    /// <summary>Takes a key.</summary>
    /// <param name="name">What to call it: an ARN, an alias, the place where it was given. Never the key.</param>
    /// <param name="algorithm">Its cipher.</param>
    /// <param name="key">16 or 24 bytes for TDES, 16, 24 or 32 for AES. Copied; the caller zeroes its own.</param>
    /// <param name="isGiven">Whether it is the key that the exchange names; the others are only tried.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public ProtectionKeyCandidate(string name, BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, bool isGiven)
    {
        Name = name;
        IsGiven = isGiven;
        Key = algorithm == BlockCipherAlgorithm.Aes ? KeyBlockProtectionKey.FromAes(key) : KeyBlockProtectionKey.FromTdes(key);
        _key = SecretBuffer.CopyOf(key);
    }

    /// <summary>What to call it.</summary>
    public string Name { get; }

    /// <summary>Whether it is the key that the exchange names.</summary>
    public bool IsGiven { get; }

    /// <summary>The check that has failed when this key opens something, and not the key that was given: one of <see cref="ExchangeCause"/>.</summary>
    public string Cause { get; init; } = ExchangeCause.ProtectionKeyOther;

    /// <summary>Its cipher.</summary>
    public BlockCipherAlgorithm Algorithm => Key.Algorithm;

    /// <summary>Its length in bytes.</summary>
    public int Length => Key.Length;

    internal KeyBlockProtectionKey Key { get; }

    internal ReadOnlySpan<byte> Value => _key.Span;

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        Key.Dispose();
        _key.Dispose();
    }

    /// <summary>Name and check value, never the key.</summary>
    /// <returns>For example <c>alias/kek (AES-256 key, check value 08793E)</c>.</returns>
    public override string ToString() => $"{Name} ({Key})";
}

using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>The key that does the work of a call: the one that the request names, or one that was derived or unwrapped by it.</summary>
internal sealed class WorkingKey : IDisposable
{
    private readonly OpenedKey _named;
    private readonly BlockCipher? _own;

    /// <summary>The named key itself.</summary>
    /// <param name="named">The key; given back when this is disposed.</param>
    public WorkingKey(OpenedKey named)
    {
        _named = named;
        CheckValue = named.CheckValue;
    }

    /// <summary>A key that comes of the named one.</summary>
    /// <param name="named">The named key; given back when this is disposed.</param>
    /// <param name="algorithm">The cipher.</param>
    /// <param name="key">The raw key. The caller remains the owner.</param>
    /// <param name="checkValue">The check value to answer; null for that of the named key.</param>
    public WorkingKey(OpenedKey named, BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, string? checkValue = null)
    {
        _named = named;
        _own = BlockCipher.Create(algorithm, key);
        CheckValue = checkValue ?? named.CheckValue;
    }

    /// <summary>The ARN of the named key, which the answer carries.</summary>
    public string Arn => _named.Arn;

    /// <summary>The check value that the answer carries.</summary>
    public string CheckValue { get; }

    /// <summary>The cipher.</summary>
    public BlockCipher Cipher => _own ?? _named.Cipher;

    /// <inheritdoc/>
    public void Dispose()
    {
        _own?.Dispose();
        _named.Dispose();
    }
}

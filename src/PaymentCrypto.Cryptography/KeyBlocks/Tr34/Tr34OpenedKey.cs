using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>A key that was taken out of a token, all checks passed. Dispose it to zero the key.</summary>
public sealed class Tr34OpenedKey : IDisposable
{
    private readonly SecretBuffer _key;

    internal Tr34OpenedKey(Tr34KeyBlock block, Tr34SignatureForm signatureForm, ReadOnlySpan<byte> key)
    {
        Block = block;
        SignatureForm = signatureForm;
        _key = SecretBuffer.CopyOf(key);
    }

    /// <summary>The clear key.</summary>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public ReadOnlySpan<byte> Key => _key.Span;

    /// <summary>The key block header, the same inside and outside the encryption.</summary>
    public string Header => Block.Header;

    /// <summary>Over which encoding of the attributes the signature verified.</summary>
    public Tr34SignatureForm SignatureForm { get; }

    /// <summary>The token that the key came in.</summary>
    public Tr34KeyBlock Block { get; }

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>Header and length; never the key.</summary>
    public override string ToString() => $"{_key.Length * 8}-bit key, {Header}";
}

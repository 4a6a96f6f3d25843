using System.Security.Cryptography;

namespace PaymentCrypto.KeyBlocks.Tr34;

/// <summary>A key that was taken out of a token, all checks passed. Dispose it to zero the key.</summary>
public sealed class Tr34OpenedKey : IDisposable
{
    private readonly byte[] _key;
    private bool _disposed;

    internal Tr34OpenedKey(Tr34KeyBlock block, Tr34SignatureForm signatureForm, ReadOnlySpan<byte> key)
    {
        Block = block;
        SignatureForm = signatureForm;
        _key = GC.AllocateUninitializedArray<byte>(key.Length, pinned: true);
        key.CopyTo(_key);
    }

    /// <summary>The clear key.</summary>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public ReadOnlySpan<byte> Key
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _key;
        }
    }

    /// <summary>The key block header, the same inside and outside the encryption.</summary>
    public string Header => Block.Header;

    /// <summary>Over which encoding of the attributes the signature verified.</summary>
    public Tr34SignatureForm SignatureForm { get; }

    /// <summary>The token that the key came in.</summary>
    public Tr34KeyBlock Block { get; }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        _disposed = true;
    }

    /// <summary>Header and length; never the key.</summary>
    public override string ToString() => $"{_key.Length * 8}-bit key, {Header}";
}

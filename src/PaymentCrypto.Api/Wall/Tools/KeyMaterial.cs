using System.Security.Cryptography;

namespace PaymentCrypto.Api.Tools;

/// <summary>
/// A clear key on its way through the tools. The memory is pinned and zeroed on <see cref="Dispose"/>, or when the object is forgotten.
/// Nothing here ever renders the key as text.
/// </summary>
public sealed class KeyMaterial : IDisposable
{
    private readonly byte[] _value;
    private bool _disposed;

    /// <summary>Copies a key.</summary>
    /// <param name="algorithm">One of <see cref="KeyAlgorithm"/>; <c>DES</c>, <c>HMAC</c>, <c>RSA</c>, <c>ECC</c> or <c>OTHER</c> for what the service has no
    /// name for.</param>
    /// <param name="value">The key; raw bytes, or a DER private key. The caller remains the owner and zeroes it.</param>
    public KeyMaterial(string algorithm, ReadOnlySpan<byte> value)
    {
        Algorithm = algorithm;
        _value = GC.AllocateUninitializedArray<byte>(value.Length, pinned: true);
        value.CopyTo(_value);
    }

    /// <summary>Zeroes a key that nobody disposed.</summary>
    ~KeyMaterial() => Dispose();

    /// <summary>The algorithm and length, for example <c>AES_128</c>.</summary>
    public string Algorithm { get; }

    /// <summary>Length in bytes. Still known after disposal.</summary>
    public int Length => _value.Length;

    /// <summary>Copies the key.</summary>
    /// <param name="destination">As long as <see cref="Length"/>. The caller zeroes it.</param>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public void CopyTo(Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _value.CopyTo(destination);

        // No span of the memory is ever handed out: the finaliser could zero it under the caller's hands.
        GC.KeepAlive(this);
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_value);
        GC.SuppressFinalize(this);
    }

    /// <summary>Algorithm and length, never the key.</summary>
    /// <returns>For example <c>AES_128 key of 16 bytes</c>.</returns>
    public override string ToString() => $"{Algorithm} key of {Length} bytes";
}

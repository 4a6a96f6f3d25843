using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// Bytes of a secret. The memory is pinned, so that the garbage collector leaves no copies behind, and is zeroed on
/// <see cref="Dispose"/>. Nothing here ever renders the bytes as text.
/// </summary>
public sealed class SecretBuffer : IDisposable
{
    private readonly byte[] _bytes;
    private bool _disposed;

    /// <summary>Creates a buffer of zeros.</summary>
    /// <param name="length">Length in bytes.</param>
    public SecretBuffer(int length) => _bytes = GC.AllocateArray<byte>(length, pinned: true);

    /// <summary>Length in bytes. Still known after disposal.</summary>
    public int Length => _bytes.Length;

    /// <summary>The bytes.</summary>
    /// <exception cref="ObjectDisposedException">The secret has been zeroed.</exception>
    public Span<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _bytes;
        }
    }

    /// <summary>Copies a secret into a buffer of its own. The caller remains the owner of the source.</summary>
    /// <param name="secret">The bytes to copy.</param>
    /// <returns>The copy.</returns>
    public static SecretBuffer CopyOf(ReadOnlySpan<byte> secret)
    {
        var copy = new SecretBuffer(secret.Length);
        secret.CopyTo(copy._bytes);
        return copy;
    }

    /// <summary>Zeroes the bytes.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    /// <summary>The length, never the content.</summary>
    /// <returns>A text such as <c>SecretBuffer (16 bytes)</c>.</returns>
    public override string ToString() => $"{nameof(SecretBuffer)} ({Length} bytes)";
}

using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Text that is hashed or signed, as the bytes that go into the hash: one for each character (Latin-1), as they came off the wire.</summary>
/// <param name="room">Where it is written as long as there is room; every signed request needs two of these texts.</param>
internal ref struct SignedText(Span<byte> room)
{
    /// <summary>Room for nearly every canonical request, in bytes.</summary>
    internal const int Room = 1024;

    private Span<byte> _bytes = room;
    private byte[]? _rented;
    private int _length;

    /// <summary>What was appended.</summary>
    internal readonly ReadOnlySpan<byte> Bytes => _bytes[.._length];

    /// <summary>Appends text.</summary>
    internal void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        _length += Encoding.Latin1.GetBytes(text, _bytes[_length..]);
    }

    /// <summary>Appends the SHA-256 of data, in lower-case hex.</summary>
    internal void AppendHash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        Reserve(2 * hash.Length);
        LowerHex.Write(hash, _bytes[_length..]);
        _length += 2 * hash.Length;
    }

    /// <summary>Gives back what was taken beyond the room.</summary>
    public readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length >= count)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _length + count));
        Bytes.CopyTo(larger);
        Dispose();
        _bytes = _rented = larger;
    }
}

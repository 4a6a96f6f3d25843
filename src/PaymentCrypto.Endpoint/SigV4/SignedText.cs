using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>Text that is hashed or signed, as the bytes that go into the hash: one for each character (Latin-1), as they came off the wire.</summary>
internal sealed class SignedText
{
    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    /// <summary>What was appended.</summary>
    internal ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Appends text.</summary>
    internal SignedText Append(ReadOnlySpan<char> text)
    {
        _bytes.Advance(Encoding.Latin1.GetBytes(text, _bytes.GetSpan(text.Length)));
        return this;
    }

    /// <summary>Appends the SHA-256 of data, in lower-case hex.</summary>
    internal SignedText AppendHash(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return Append(LowerHex.Of(hash));
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The key that a client signs with for a day: derived from its secret access key for one credential scope (AWS Signature Version 4).</summary>
internal sealed class SigningKey
{
    /// <summary>Length of a signature, and of every key on the way to it, in bytes.</summary>
    internal const int Length = SHA256.HashSizeInBytes;

    private readonly byte[] _key;

    // Setting up an HMAC costs OpenSSL ten times what a signature by one that is set up does. One for each call that is in flight at once.
    private readonly ConcurrentBag<IncrementalHash> _ready = [];

    private SigningKey(string scope, byte[] key)
    {
        Scope = scope;
        _key = key;
    }

    /// <summary>The credential scope that it is for.</summary>
    internal string Scope { get; }

    /// <summary>Derives the key of a credential scope: date, region and service.</summary>
    /// <param name="secretKey">The secret access key behind the prefix <c>AWS4</c>, UTF-8.</param>
    /// <param name="header">The credential scope.</param>
    internal static SigningKey Derive(ReadOnlySpan<byte> secretKey, AuthorizationHeader header)
    {
        byte[] key = HMACSHA256.HashData(secretKey, Encoding.UTF8.GetBytes(header.Date));
        foreach (string part in new[] { header.Region, header.Service, AuthorizationHeader.ScopeEnd })
        {
            byte[] next = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            CryptographicOperations.ZeroMemory(key);
            key = next;
        }

        return new SigningKey(header.Scope, key);
    }

    /// <summary>Computes the signature of a canonical request.</summary>
    /// <param name="timestamp">The request's date, <c>yyyyMMddTHHmmssZ</c>.</param>
    /// <param name="canonicalRequest">The canonical request.</param>
    /// <param name="signature">Receives the signature, <see cref="Length"/> bytes.</param>
    internal void Sign(string timestamp, ReadOnlySpan<byte> canonicalRequest, Span<byte> signature)
    {
        using SignedText text = WriteTextToSign(timestamp, canonicalRequest, stackalloc byte[SignedText.Room]);
        IncrementalHash hmac = _ready.TryTake(out IncrementalHash? ready) ? ready : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(text.Bytes);
        hmac.GetHashAndReset(signature);
        _ready.Add(hmac);
    }

    private SignedText WriteTextToSign(string timestamp, ReadOnlySpan<byte> canonicalRequest, Span<byte> room)
    {
        SignedText text = new(room);
        text.Append(AuthorizationHeader.Algorithm);
        text.Append("\n");
        text.Append(timestamp);
        text.Append("\n");
        text.Append(Scope);
        text.Append("\n");
        text.AppendHash(canonicalRequest);
        return text;
    }
}

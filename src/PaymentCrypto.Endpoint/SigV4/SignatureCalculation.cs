using System.Security.Cryptography;
using System.Text;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The key derivation and the signature of AWS Signature Version 4.</summary>
internal static class SignatureCalculation
{
    /// <summary>Length of a signature, and of every key on the way to it, in bytes.</summary>
    internal const int Length = SHA256.HashSizeInBytes;

    /// <summary>Derives the key of a credential scope: date, region and service.</summary>
    /// <param name="secretKey">The secret access key behind the prefix <c>AWS4</c>, UTF-8.</param>
    /// <param name="header">The credential scope.</param>
    internal static byte[] DeriveKey(ReadOnlySpan<byte> secretKey, AuthorizationHeader header)
    {
        byte[] key = HMACSHA256.HashData(secretKey, Encoding.UTF8.GetBytes(header.Date));
        foreach (string part in new[] { header.Region, header.Service, AuthorizationHeader.ScopeEnd })
        {
            byte[] next = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            CryptographicOperations.ZeroMemory(key);
            key = next;
        }

        return key;
    }

    /// <summary>Computes the signature of a canonical request.</summary>
    /// <param name="key">The key of the credential scope.</param>
    /// <param name="header">The credential scope.</param>
    /// <param name="timestamp">The request's date, <c>yyyyMMddTHHmmssZ</c>.</param>
    /// <param name="canonicalRequest">The canonical request.</param>
    internal static byte[] Compute(ReadOnlySpan<byte> key, AuthorizationHeader header, string timestamp, SignedText canonicalRequest)
    {
        SignedText text = new();
        text.Append(AuthorizationHeader.Algorithm).Append("\n").Append(timestamp).Append("\n").Append(header.Scope).Append("\n");
        return HMACSHA256.HashData(key, text.AppendHash(canonicalRequest.Bytes).Bytes);
    }
}

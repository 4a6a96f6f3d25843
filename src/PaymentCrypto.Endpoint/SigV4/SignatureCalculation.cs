using System.Security.Cryptography;
using System.Text;

namespace PaymentCrypto.Endpoint.SigV4;

/// <summary>The key derivation and the signature of AWS Signature Version 4.</summary>
internal static class SignatureCalculation
{
    /// <summary>Length of a signature, and of every key on the way to it, in bytes.</summary>
    internal const int Length = SHA256.HashSizeInBytes;

    /// <summary>Computes the signature of a canonical request.</summary>
    /// <param name="secretKey">The secret access key behind the prefix <c>AWS4</c>, UTF-8.</param>
    /// <param name="header">The credential scope.</param>
    /// <param name="timestamp">The request's date, <c>yyyyMMddTHHmmssZ</c>.</param>
    /// <param name="canonicalRequest">The canonical request, one byte per character.</param>
    internal static byte[] Compute(ReadOnlySpan<byte> secretKey, AuthorizationHeader header, string timestamp, string canonicalRequest)
    {
        string hash = LowerHex.Of(SHA256.HashData(Encoding.Latin1.GetBytes(canonicalRequest)));
        string stringToSign = $"{AuthorizationHeader.Algorithm}\n{timestamp}\n{header.Scope}\n{hash}";
        Span<byte> key = stackalloc byte[Length];
        Span<byte> next = stackalloc byte[Length];
        try
        {
            HMACSHA256.HashData(secretKey, Encoding.UTF8.GetBytes(header.Date), key);
            foreach (string part in new[] { header.Region, header.Service, AuthorizationHeader.ScopeEnd })
            {
                HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part), next);
                next.CopyTo(key);
            }

            return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(next);
        }
    }
}

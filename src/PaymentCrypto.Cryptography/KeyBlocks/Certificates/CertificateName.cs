using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>Distinguished names, compared and shown from their encoding.</summary>
internal static class CertificateName
{
    /// <summary>The name as text, in the order of the encoding. An encoding that is not a name is shown in hex.</summary>
    public static string Decode(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return new X500DistinguishedName(encoded.Span).Decode(X500DistinguishedNameFlags.None);
        }
        catch (CryptographicException)
        {
            return Convert.ToHexString(encoded.Span);
        }
    }

    public static bool AreSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.SequenceEqual(right) || Decode(left.ToArray()) == Decode(right.ToArray());
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X509;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>Distinguished names, compared and shown from their encoding.</summary>
internal static class CertificateName
{
    /// <summary>The name as text, in the order of RFC 4514, in which the platform shows names too. An encoding that is not a name is shown in hex.</summary>
    public static string Decode(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            string name = new X500DistinguishedName(encoded.Span).Name;

            // Some platforms give no text for what is no name, as for the name without any part (30 00).
            return name.Length == 0 && encoded.Length != 2 ? Convert.ToHexString(encoded.Span) : name;
        }
        catch (CryptographicException)
        {
            return Convert.ToHexString(encoded.Span);
        }
    }

    /// <summary>
    /// Whether two names are one (RFC 5280 7.1): the kind of string, the case of letters and the number of inner blanks do not matter,
    /// nor do blanks at the ends; the order of the parts does.
    /// </summary>
    public static bool AreSame(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.SequenceEqual(right))
        {
            return true;
        }

        try
        {
            return X509Name.GetInstance(left.ToArray()).Equivalent(X509Name.GetInstance(right.ToArray()), inOrder: true);
        }
        catch (Exception error) when (error is ArgumentException or IOException or InvalidOperationException or InvalidCastException)
        {
            return false;
        }
    }
}

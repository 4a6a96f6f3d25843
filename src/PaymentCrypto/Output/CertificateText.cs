using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto;

/// <summary>Reads certificates in the service's form: base64 of PEM text.</summary>
internal static class CertificateText
{
    /// <summary>Every certificate in the text, in its order; none when there is no text or it cannot be read.</summary>
    /// <remarks>It serves properties of an output object, and a property must not fail because its neighbour was edited.</remarks>
    public static X509Certificate2[] Read(string? base64)
    {
        if (string.IsNullOrEmpty(base64))
        {
            return [];
        }

        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(base64)));
            return [.. certificates];
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return [];
        }
    }
}

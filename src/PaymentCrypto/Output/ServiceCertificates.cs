using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto;

/// <summary>Reads and writes certificates in the service's form: base64 of PEM text.</summary>
internal static class ServiceCertificates
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

    /// <summary>Certificates in the service's form, in the order given.</summary>
    public static string ServiceForm(params X509Certificate2[] certificates) =>
        ServiceForm(string.Concat(certificates.Select(static certificate => certificate.ExportCertificatePem() + "\n")));

    /// <summary>PEM text in the service's form.</summary>
    public static string ServiceForm(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
}

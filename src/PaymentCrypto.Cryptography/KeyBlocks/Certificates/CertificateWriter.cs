using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>Gives certificates out as text.</summary>
public static class CertificateWriter
{
    /// <summary>PEM text of one or more certificates, in the order given, each block ended by a line feed.</summary>
    /// <param name="certificates">The certificates to write.</param>
    public static string ToPem(params X509Certificate2[] certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        var text = new StringBuilder();
        foreach (X509Certificate2 certificate in certificates)
        {
            text.Append(certificate.ExportCertificatePem()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The service's wire form: base64 of the PEM text.</summary>
    /// <param name="certificates">The certificates to write.</param>
    public static string ToWireForm(params X509Certificate2[] certificates) => Convert.ToBase64String(Encoding.ASCII.GetBytes(ToPem(certificates)));
}

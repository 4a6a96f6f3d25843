using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto.Local.Certificates;

/// <summary>Certificates in their several forms.</summary>
internal static class CertificateText
{
    /// <summary>The form in which the service sends a certificate: base64 of PEM text.</summary>
    /// <param name="der">The certificate.</param>
    public static string Base64OfPem(byte[] der) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", der) + "\n"));

    /// <summary>Loads a certificate from DER.</summary>
#pragma warning disable SYSLIB0057 // The successor of this constructor came with .NET 9; we run on .NET 8 too.
    public static X509Certificate2 Load(byte[] der) => new(der);
#pragma warning restore SYSLIB0057
}

using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto.Local.Certificates;

/// <summary>Certificates in their several forms.</summary>
internal static class CertificateText
{
    /// <summary>The form in which the service sends a certificate: base64 of PEM text.</summary>
    /// <param name="der">The certificate, or several, one after the other.</param>
    public static string Base64OfPem(byte[] der) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Concat(Split(der).Select(one => PemEncoding.WriteString("CERTIFICATE", one) + "\n"))));

    /// <summary>Takes apart certificates that stand one after the other, each DER.</summary>
    public static IReadOnlyList<byte[]> Split(byte[] der)
    {
        List<byte[]> certificates = [];
        for (ReadOnlyMemory<byte> rest = der; !rest.IsEmpty;)
        {
            ReadOnlyMemory<byte> one = new AsnReader(rest, AsnEncodingRules.BER).PeekEncodedValue();
            certificates.Add(one.ToArray());
            rest = rest[one.Length..];
        }

        return certificates;
    }

    /// <summary>Loads a certificate from DER.</summary>
#pragma warning disable SYSLIB0057 // The successor of this constructor came with .NET 9; we run on .NET 8 too.
    public static X509Certificate2 Load(byte[] der) => new(der);
#pragma warning restore SYSLIB0057
}

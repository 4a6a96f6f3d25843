using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>
/// What the checks need of a certificate, read from its bytes: the platform's class gives local times, no signed part, and reads
/// some fields only when they are first touched.
/// </summary>
internal sealed class CertificateFields
{
    private CertificateFields(ReadOnlyMemory<byte> encoded)
    {
        Signed = SignedObject.Read(encoded, CryptographyError.CertificateMalformed, "certificate");
        var cursor = new Asn1Cursor(Signed.ToBeSigned, CryptographyError.CertificateMalformed, "certificate").Sequence("tbsCertificate");
        if (cursor.NextIsContext(0))
        {
            cursor.Encoded("version");
        }

        SerialNumber = cursor.Integer("serialNumber");
        cursor.Sequence("signature");
        Issuer = cursor.Encoded("issuer");
        var validity = cursor.Sequence("validity");
        NotBefore = validity.Time("notBefore");
        NotAfter = validity.Time("notAfter");
        Subject = cursor.Encoded("subject");
        cursor.Sequence("subjectPublicKeyInfo");
        while (cursor.HasData && !cursor.NextIsContext(3))
        {
            cursor.Encoded("unique identifier");
        }

        if (cursor.HasData)
        {
            IsAuthority = ReadBasicConstraints(cursor.Explicit(3, "extensions").Sequence("extensions"));
        }

        cursor.End();
    }

    public SignedObject Signed { get; }

    public ReadOnlyMemory<byte> SerialNumber { get; }

    public ReadOnlyMemory<byte> Issuer { get; }

    public ReadOnlyMemory<byte> Subject { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    /// <summary>The CA flag of BasicConstraints; null when the certificate has no such extension.</summary>
    public bool? IsAuthority { get; }

    public string SubjectText => CertificateName.Decode(Subject);

    public string IssuerText => CertificateName.Decode(Issuer);

    public static CertificateFields Of(X509Certificate2 certificate) => new(certificate.RawDataMemory);

    public static CertificateFields Read(ReadOnlyMemory<byte> encoded) => new(encoded);

    private static bool? ReadBasicConstraints(Asn1Cursor extensions)
    {
        bool? isAuthority = null;
        while (extensions.HasData)
        {
            var extension = extensions.Sequence("extension");
            var oid = extension.Oid("extnID");
            if (extension.Next(Asn1Tag.Boolean))
            {
                extension.Boolean("critical");
            }

            var value = extension.OctetString("extnValue");
            if (oid == Oids.BasicConstraints)
            {
                var constraints = new Asn1Cursor(value, CryptographyError.CertificateMalformed, "extensions").Sequence("basicConstraints");
                isAuthority = constraints.Next(Asn1Tag.Boolean) && constraints.Boolean("cA");
            }
        }

        return isAuthority;
    }
}

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
    private const string KeyUsageOid = "2.5.29.15";
    private const string AlternativeNamesOid = "2.5.29.17";
    private const string NameConstraintsOid = "2.5.29.30";

    // Subject and authority key identifier, key usage, alternative names, basic and name constraints, CRL distribution points,
    // policies with their mappings and constraints, extended key usage, inhibitAnyPolicy.
    private static readonly HashSet<string> Known =
    [
        "2.5.29.14", "2.5.29.35", KeyUsageOid, AlternativeNamesOid, "2.5.29.18", Oids.BasicConstraints, NameConstraintsOid, "2.5.29.31",
        "2.5.29.32", "2.5.29.33", "2.5.29.36", "2.5.29.37", "2.5.29.54",
    ];

    private CertificateFields(ReadOnlyMemory<byte> encoded)
    {
        Signed = SignedObject.Read(encoded, CryptographyError.CertificateMalformed, "certificate");
        Asn1Cursor cursor = new Asn1Cursor(Signed.ToBeSigned, CryptographyError.CertificateMalformed, "certificate").Sequence("tbsCertificate");
        if (cursor.NextIsContext(0))
        {
            cursor.Encoded("version");
        }

        SerialNumber = cursor.Integer("serialNumber");
        cursor.Sequence("signature");
        Issuer = cursor.Encoded("issuer");
        Asn1Cursor validity = cursor.Sequence("validity");
        NotBefore = validity.Time("notBefore");
        NotAfter = validity.Time("notAfter");
        Subject = cursor.Encoded("subject");
        cursor.Sequence("subjectPublicKeyInfo");
        if (cursor.NextIsContext(1))
        {
            cursor.Encoded("issuerUniqueID");
        }

        if (cursor.NextIsContext(2))
        {
            cursor.Encoded("subjectUniqueID");
        }

        // Nothing else is passed over: extensions under another tag would not be asked for what they demand.
        if (cursor.HasData)
        {
            ReadExtensions(cursor.Explicit(3, "extensions").Sequence("extensions"));
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
    public bool? IsAuthority { get; private set; }

    /// <summary>The first critical extension that is not known here; null when there is none.</summary>
    public string? UnknownCritical { get; private set; }

    /// <summary>How many issuers, not counting self-issued ones, may stand between this one and the last certificate of a path; null for any number.</summary>
    public int? PathLength { get; private set; }

    /// <summary>The names that may stand below this issuer, DER; null when the certificate has no such extension.</summary>
    public ReadOnlyMemory<byte>? NameConstraints { get; private set; }

    /// <summary>The further names of the subject, DER; null when the certificate has no such extension.</summary>
    public ReadOnlyMemory<byte>? AlternativeNames { get; private set; }

    /// <summary>Whether the certificate names its own subject as its issuer.</summary>
    public bool IsSelfIssued => CertificateName.AreSame(Issuer.Span, Subject.Span);

    private byte[]? KeyUsage { get; set; }

    public string SubjectText => CertificateName.Decode(Subject);

    public string IssuerText => CertificateName.Decode(Issuer);

    public static CertificateFields Of(X509Certificate2 certificate) => new(certificate.RawDataMemory);

    public static CertificateFields Read(ReadOnlyMemory<byte> encoded) => new(encoded);

    /// <summary>Whether KeyUsage allows one of the uses; a certificate without the extension allows all (RFC 5280 4.2.1.3).</summary>
    public bool Allows(params KeyUse[] uses) =>
        KeyUsage is not { } usage || Array.Exists(uses, use => (int)use / 8 < usage.Length && (usage[(int)use / 8] & (0x80 >> ((int)use % 8))) != 0);

    private void ReadExtensions(Asn1Cursor extensions)
    {
        HashSet<string> seen = [];
        while (extensions.HasData)
        {
            Asn1Cursor extension = extensions.Sequence("extension");
            string oid = extension.Oid("extnID");
            bool critical = extension.Next(Asn1Tag.Boolean) && extension.Boolean("critical");
            if (!seen.Add(oid))
            {
                throw new CryptographyException(CryptographyError.CertificateMalformed, $"The certificate has the extension {oid} twice.");
            }

            ReadOnlyMemory<byte> value = extension.OctetString("extnValue");
            if (critical && !Known.Contains(oid))
            {
                UnknownCritical ??= oid;
            }

            if (oid == KeyUsageOid)
            {
                KeyUsage = new Asn1Cursor(value, CryptographyError.CertificateMalformed, "extensions").NamedBits("keyUsage");
            }
            else if (oid == Oids.BasicConstraints)
            {
                Asn1Cursor constraints = new Asn1Cursor(value, CryptographyError.CertificateMalformed, "extensions").Sequence("basicConstraints");
                IsAuthority = constraints.Next(Asn1Tag.Boolean) && constraints.Boolean("cA");
                PathLength = constraints.Next(Asn1Tag.Integer) ? LengthOf(constraints.Integer("pathLenConstraint").Span) : null;
            }
            else if (oid == NameConstraintsOid)
            {
                NameConstraints = value;
            }
            else if (oid == AlternativeNamesOid)
            {
                AlternativeNames = value;
            }
        }
    }

    /// <summary>No path is as long as what does not fit into a byte, and none is shorter than nothing.</summary>
    private static int LengthOf(ReadOnlySpan<byte> encoded) => encoded switch
    {
        [var length and < 0x80] => length,
        [>= 0x80, ..] => throw new CryptographyException(CryptographyError.CertificateMalformed, "The pathLenConstraint of the certificate is negative."),
        _ => byte.MaxValue,
    };
}

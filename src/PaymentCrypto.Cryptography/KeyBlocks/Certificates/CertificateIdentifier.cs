using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;

namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>Names a certificate by its issuer and serial number (IssuerAndSerialNumber, RFC 5652 section 10.2.4).</summary>
public sealed class CertificateIdentifier
{
    private readonly ReadOnlyMemory<byte> _issuer;
    private readonly ReadOnlyMemory<byte> _serialNumber;

    private CertificateIdentifier(ReadOnlyMemory<byte> issuer, ReadOnlyMemory<byte> serialNumber)
    {
        _issuer = issuer;
        _serialNumber = serialNumber;
        Issuer = CertificateName.Decode(issuer);
        SerialNumber = Convert.ToHexString(serialNumber.Span);
    }

    /// <summary>The issuer's distinguished name as text, in the order of the encoding.</summary>
    public string Issuer { get; }

    /// <summary>The serial number, upper-case hex of the encoded INTEGER (a leading 00 is part of the encoding).</summary>
    public string SerialNumber { get; }

    /// <summary>The identifier of a certificate.</summary>
    /// <param name="certificate">The certificate to name.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateMalformed"/>: the certificate can't be read.</exception>
    public static CertificateIdentifier Of(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var fields = CertificateFields.Of(certificate);
        return new CertificateIdentifier(fields.Issuer, fields.SerialNumber);
    }

    /// <summary>
    /// Whether this names that certificate. Names that differ only in the string type of a value (PrintableString, UTF8String)
    /// are the same name: some security modules re-encode them.
    /// </summary>
    /// <param name="other">The identifier to compare with.</param>
    public bool Matches(CertificateIdentifier other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _serialNumber.Span.SequenceEqual(other._serialNumber.Span) && CertificateName.AreSame(_issuer.Span, other._issuer.Span);
    }

    /// <summary>Serial number and issuer.</summary>
    public override string ToString() => $"serial {SerialNumber} of {Issuer}";

    internal static CertificateIdentifier Read(Asn1Cursor parent, string name)
    {
        Asn1Cursor sequence = parent.Sequence(name);
        var identifier = new CertificateIdentifier(sequence.Encoded("issuer"), sequence.Integer("serialNumber"));
        sequence.End();
        return identifier;
    }

    internal void Write(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(_issuer.Span);
            writer.WriteInteger(_serialNumber.Span);
        }
    }
}

using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Local.Certificates;

/// <summary>
/// The names, serial numbers and extensions of the service's certificates, as read off two that AWS published in its CLI
/// documentation.
/// </summary>
internal static class CertificateProfile
{
    private const string CountryName = "2.5.4.6";
    private const string OrganizationName = "2.5.4.10";
    private const string OrganizationalUnitName = "2.5.4.11";
    private const string StateOrProvinceName = "2.5.4.8";
    private const string CommonName = "2.5.4.3";
    private const string LocalityName = "2.5.4.7";
    private const string SerialNumber = "2.5.4.5";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";
    private const string EcPublicKey = "1.2.840.10045.2.1";
    private const int SerialNumberLength = 16;

    /// <summary>The name of an account's certificate authority.</summary>
    public static X500DistinguishedName AuthorityName(string accountId)
    {
        X500DistinguishedNameBuilder name = new();
        name.Add(CountryName, "US", UniversalTagNumber.PrintableString);
        name.Add(OrganizationName, "AWS Cryptography");
        name.Add(OrganizationalUnitName, "AWS Payment Cryptography");
        name.Add(StateOrProvinceName, "Virginia");
        name.Add(CommonName, accountId);
        name.Add(LocalityName, "Arlington");
        return InOrder(name);
    }

    /// <summary>The subject of a leaf: the account and a random number of ten digits.</summary>
    public static X500DistinguishedName LeafName(string accountId)
    {
        X500DistinguishedNameBuilder name = new();
        name.Add(CommonName, accountId);
        name.Add(SerialNumber, RandomNumberGenerator.GetString("0123456789", 10), UniversalTagNumber.PrintableString);
        return InOrder(name);
    }

    /// <summary>A certificate serial number: 16 random bytes that make a positive INTEGER of just that length.</summary>
    public static byte[] NewSerialNumber()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(SerialNumberLength);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    /// <summary>The extensions of a leaf, in the service's order.</summary>
    public static IReadOnlyList<X509Extension> LeafExtensions(byte[] publicKey, X509SubjectKeyIdentifierExtension issuerKeyIdentifier)
    {
        var key = PublicKey.CreateFromSubjectPublicKeyInfo(publicKey, out _);
        // Elliptic curve keys encipher nothing (RFC 8813 3).
        X509KeyUsageFlags usage = key.Oid.Value == EcPublicKey
            ? X509KeyUsageFlags.KeyAgreement
            : X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment;
        return
    [
        new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: false),
        X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuerKeyIdentifier),
        new X509SubjectKeyIdentifierExtension(key, critical: false),
        new X509KeyUsageExtension(usage, critical: true),
        new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication), new Oid(ClientAuthentication)], critical: false),
    ];
    }

    /// <summary>Adds the extensions of a root (RFC 5280 4.2.1.3 and 4.2.1.9).</summary>
    public static void AddAuthorityExtensions(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
    }

    // The builder encodes the last addition first, as RFC 4514 prints names; the service's order is that of addition.
    private static X500DistinguishedName InOrder(X500DistinguishedNameBuilder name)
    {
        AsnReader reader = new(name.Build().RawData, AsnEncodingRules.DER);
        AsnReader sequence = reader.ReadSequence();
        Stack<ReadOnlyMemory<byte>> reversed = new();
        while (sequence.HasData)
        {
            reversed.Push(sequence.ReadEncodedValue());
        }

        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (ReadOnlyMemory<byte> part in reversed)
            {
                writer.WriteEncodedValue(part.Span);
            }
        }

        return new X500DistinguishedName(writer.Encode());
    }
}

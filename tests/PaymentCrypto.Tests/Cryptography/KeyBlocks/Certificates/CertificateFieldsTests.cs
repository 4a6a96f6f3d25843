using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

/// <summary>The bytes of a certificate as RFC 5280 4.1 has them, and those that it does not have: made from a good one by changing its elements.</summary>
public sealed class CertificateFieldsTests
{
    private const int Validity = 4;
    private const int PublicKey = 6;
    private const int Extensions = 7;

    private static readonly X509Certificate2 Good = TestCertificates.Issue("good", TestCertificates.Rsa2048, isAuthority: true);

    [Fact]
    public void Nothing_is_changed_by_taking_it_apart_and_putting_it_together()
    {
        Assert.Equal(Good.RawData, Change(_ => { }));
        Assert.True(CertificateFields.Of(Good).IsAuthority);
        Assert.Null(CertificateFields.Of(Good).PathLength);
    }

    [Fact]
    public void Unique_identifiers_are_passed_over_and_the_extensions_behind_them_count()
    {
        var fields = CertificateFields.Read(Change(elements => elements.InsertRange(Extensions, [[0x81, 2, 0, 1], [0x82, 2, 0, 1]])));
        Assert.True(fields.IsAuthority);
    }

    [Fact]
    public void A_certificate_of_version_1_has_neither_version_nor_extensions()
    {
        var fields = CertificateFields.Read(Change(elements =>
        {
            elements.RemoveAt(Extensions);
            elements.RemoveAt(0);
        }));
        Assert.Null(fields.IsAuthority);
        Assert.Equal("340102", Convert.ToHexString(fields.SerialNumber.Span));
        Assert.Equal(TestCertificates.From, fields.NotBefore);
        Assert.Equal(TestCertificates.To, fields.NotAfter);
    }

    public static TheoryData<string> Wrong => [.. Changes.Keys];

    private static Dictionary<string, Action<List<byte[]>>> Changes { get; } = new()
    {
        ["something behind the extensions"] = elements => elements.Add([5, 0]),
        ["extensions under another tag"] = elements => elements[Extensions][0] = 0xA4,
        ["no public key"] = elements => elements.RemoveAt(PublicKey),
        ["a number that is none"] = elements => elements[1][0] = 4,
        ["one date"] = elements => elements[Validity] = [0x30, .. elements[Validity].AsSpan(2, 15).ToArray().Prepend((byte)15)],
        ["an extension twice"] = elements => elements[Extensions] = Extension(new(true, false, 0, true), new(true, false, 0, true)),
        ["a negative path length"] = elements => elements[Extensions] = Extension(Raw("30060101FF020180")),
        ["a flag that is none"] = elements => elements[Extensions] = Extension(Raw("30030102FF")),
        ["extensions that are none"] = elements => elements[Extensions] = [0xA3, 2, 5, 0],
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Another_structure_is_refused(string what)
    {
        byte[] changed = Change(Changes[what]);
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateFields.Read(changed));
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(changed));
    }

    [Fact]
    public void Nothing_follows_the_signature()
    {
        byte[] raw = [.. Good.RawData, 5, 0];
        raw[3] += 2;
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateFields.Read(raw));
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateFields.Read(new byte[] { 0x30, 0 }));
    }

    // RFC 5280 4.2.1.9: any number of issuers; what does not fit into a byte is longer than every path.
    [Theory]
    [InlineData("020100", 0)]
    [InlineData("02017F", 127)]
    [InlineData("02020080", 255)]
    [InlineData("0203010000", 255)]
    [InlineData("", null)]
    public void The_length_of_the_path_is_read(string integer, int? expected)
    {
        byte[] value = [0x01, 0x01, 0xFF, .. Convert.FromHexString(integer)];
        byte[] changed = Change(elements => elements[Extensions] = Extension(Raw(Convert.ToHexString([0x30, (byte)value.Length, .. value]))));
        Assert.Equal(expected, CertificateFields.Read(changed).PathLength);
    }

    [Fact]
    public void Of_several_critical_extensions_that_are_not_known_the_first_is_told()
    {
        X509Certificate2 certificate = TestCertificates.Issue(
            "it", TestCertificates.Rsa2048, extensions: [new("1.2.3.4", [5, 0], critical: true), new("1.2.3.5", [5, 0], critical: true)]);
        Assert.Equal("1.2.3.4", CertificateFields.Of(certificate).UnknownCritical);
    }

    // RFC 5280 4.2.1.3: bit 8, decipherOnly, is in a second byte, which an encoding without it does not have.
    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature, KeyUse.DigitalSignature, true)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, KeyUse.ContentCommitment, false)]
    [InlineData(X509KeyUsageFlags.NonRepudiation, KeyUse.ContentCommitment, true)]
    [InlineData(X509KeyUsageFlags.DecipherOnly, KeyUse.CertificateSigning, false)]
    [InlineData(X509KeyUsageFlags.DecipherOnly | X509KeyUsageFlags.CrlSign, KeyUse.RevocationListSigning, true)]
    public void Each_use_has_its_bit(X509KeyUsageFlags flags, object use, bool expected)
    {
        X509Certificate2 certificate = TestCertificates.Issue("it", TestCertificates.Rsa2048, extensions: new X509KeyUsageExtension(flags, critical: true));
        Assert.Equal(expected, CertificateFields.Of(certificate).Allows((KeyUse)use));
    }

    private static X509BasicConstraintsExtension Raw(string value) => new(new AsnEncodedData("2.5.29.19", Convert.FromHexString(value)), critical: true);

    private static byte[] Extension(params X509BasicConstraintsExtension[] extensions)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 3)))
        using (writer.PushSequence())
        {
            foreach (X509BasicConstraintsExtension extension in extensions)
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier("2.5.29.19");
                    writer.WriteOctetString(extension.RawData);
                }
            }
        }

        return writer.Encode();
    }

    /// <summary>The good certificate with other elements in what is signed; nobody looks at the signature here.</summary>
    private static byte[] Change(Action<List<byte[]>> change)
    {
        AsnReader certificate = new AsnReader(Good.RawData, AsnEncodingRules.DER).ReadSequence();
        AsnReader signed = certificate.ReadSequence();
        List<byte[]> elements = [];
        while (signed.HasData)
        {
            elements.Add(signed.ReadEncodedValue().ToArray());
        }

        change(elements);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                elements.ForEach(element => writer.WriteEncodedValue(element));
            }

            writer.WriteEncodedValue(certificate.ReadEncodedValue().Span);
            writer.WriteEncodedValue(certificate.ReadEncodedValue().Span);
        }

        return writer.Encode();
    }
}

using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Forms;

/// <summary>Objects that the platform writes, and what they are taken for.</summary>
public sealed class DerShapeTests
{
    private static readonly ECDsa Key = TestCertificates.P256;

    public static TheoryData<string, MaterialKind?, string> Objects()
    {
        CertificateRequest request = new("CN=somebody", Key, HashAlgorithmName.SHA256);
        X509Certificate2 certificate = TestCertificates.Issue("somebody", Key, isAuthority: false);
        return new()
        {
            { Hex(certificate.RawData), MaterialKind.Certificates, "a certificate" },
            { Hex(TestCertificates.Issue("old", Key).RawData), MaterialKind.Certificates, "a certificate" },
            { Hex(request.CreateSigningRequest()), MaterialKind.SigningRequest, "request" },
            { Hex(Key.ExportECPrivateKey()), MaterialKind.PrivateKey, "a private key" },
            { Hex(Key.ExportPkcs8PrivateKey()), MaterialKind.PrivateKey, "a private key" },
            { Hex(Tr34Fixture.Key("kdh").ExportRSAPrivateKey()), MaterialKind.PrivateKey, "a private key" },
            {
                Hex(Key.ExportEncryptedPkcs8PrivateKey("pw", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1))),
                MaterialKind.PrivateKey, "an encrypted private key"
            },
            { Hex(Key.ExportSubjectPublicKeyInfo()), null, "public key" },
            { Hex(Tr34Fixture.Key("kdh").ExportSubjectPublicKeyInfo()), null, "public key" },
            { Hex(Pkcs12(certificate)), null, "a PKCS #12 file" },
            { Hex(Tr34Fixture.Token("aws_import_2tdea_3des")), MaterialKind.KeyToken, "a TR-34 key token" },
            { Hex(Bag), null, "a TR-34 credential token" },
            { "3003040100", null, "an object of ASN.1" },
            { "30050403010203", null, "an object of ASN.1" },
            { "300430020500", MaterialKind.Certificates, "a certificate" },
            { "30023000", MaterialKind.Certificates, "a certificate" },
            { "3005300302010A", null, "that is not complete" },
            { "30073005020100" + "3000", MaterialKind.Certificates, "a certificate" },
            { "30093007020100" + "3000" + "A000", MaterialKind.Certificates, "a certificate" },
            { "300B3009020100" + "3000" + "0500" + "A000", MaterialKind.SigningRequest, "request" },
            { "300B3009020100" + "3000" + "0500" + "3000", MaterialKind.Certificates, "a certificate" },
            { "3000", null, "that is not complete" },
            { "3082", null, "that is not complete" },
            { "30", null, "that is not complete" },
            { "", null, "no object of ASN.1" },
            { "3103020100", null, "no object of ASN.1" },
        };
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void An_object_is_taken_for_what_it_is(string der, MaterialKind? kind, string words)
    {
        Assert.Equal(kind, DerShape.KindOf(Convert.FromHexString(der), out string what));
        Assert.EndsWith(words, what, StringComparison.Ordinal);
    }

    // A token's envelope stands within its first 4,096 bytes; what carries another long thing first is not searched to its end.
    [Fact]
    public void The_envelope_is_looked_for_in_the_first_4096_bytes()
    {
        byte[] envelope = Convert.FromHexString("06092A864886F70D010703");
        byte[] near = [.. Bag, .. new byte[4096 - Bag.Length - envelope.Length], .. envelope];
        Assert.Equal(MaterialKind.KeyToken, DerShape.KindOf(near, out _));
        Assert.Null(DerShape.KindOf([.. Bag, .. new byte[4097 - Bag.Length - envelope.Length], .. envelope], out _));
    }

    // The type of content stands at the start; the same bytes further inside do not make it signed data.
    [Fact]
    public void The_type_of_content_stands_at_the_start()
    {
        byte[] late = [0x30, 0x30, 0x04, 0x2E, .. new byte[34], .. Convert.FromHexString("06092A864886F70D010702"), 0];
        Assert.Null(DerShape.KindOf(late, out string what));
        Assert.DoesNotContain("PKCS #7", what, StringComparison.Ordinal);
    }

    // RFC 5652: signed data without content.
    private static byte[] Bag { get; } =
        Convert.FromHexString("3023" + "06092A864886F70D010702" + "A016" + "3014" + "020101" + "3100" + "300B06092A864886F70D010701" + "3100");

    private static byte[] Pkcs12(X509Certificate2 certificate)
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.7.1");
                writer.WriteOctetString(certificate.RawData, new Asn1Tag(TagClass.ContextSpecific, 0));
            }
        }

        return writer.Encode();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}

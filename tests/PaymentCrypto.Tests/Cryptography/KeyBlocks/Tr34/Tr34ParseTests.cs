using System.Formats.Asn1;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

public sealed class Tr34ParseTests
{
    private const string Aws = "aws_import_2tdea_3des";

    [Fact]
    public void Everything_is_readable_without_a_key()
    {
        var block = Tr34KeyBlock.Parse(Tr34Fixture.Token(Aws));

        Assert.Equal("3400000011", block.Signer.SerialNumber);
        Assert.Equal("3400000021", block.Recipient.SerialNumber);
        Assert.Equal("CN=Fixture KDH CA, O=Fixture Org, C=US", block.Signer.Issuer);
        Assert.Equal((1, 1, 0), (block.SignedDataVersion, block.SignerInfoVersion, block.EnvelopeVersion));
        Assert.Equal(block.ComputeDigest(), block.MessageDigest.ToArray());
        Assert.Equal("1.2.840.113549.1.1.1", block.SignatureAlgorithmOid);
        Assert.Equal(256, block.Signature.Length);
        Assert.Equal(Tr34Cipher.TripleDes, block.Cipher);
        Assert.Null(block.SigningTime);
        Assert.Equal(
            ["1.2.840.113549.1.9.3", "1.2.840.113549.1.9.25.3", "1.2.840.113549.1.7.1", "1.2.840.113549.1.9.4"],
            block.SignedAttributeOids);
        Assert.Equal(Tr31ModeOfUse.EncryptAndDecrypt, block.ReadHeader().ModeOfUse);
    }

    [Theory]
    [InlineData(Aws, false, true)]
    [InlineData("futurex_like_v73", false, false)]
    [InlineData("strict_cms_sorted_3des", true, true)]
    public void Oaep_parameters_are_read_with_and_without_tags_and_null(string id, bool tagged, bool withNull)
    {
        Tr34OaepParameters parameters = Tr34KeyBlock.Parse(Tr34Fixture.Token(id)).OaepParameters!;

        Assert.Equal((tagged, withNull), (parameters.Tagged, parameters.HashHasNull));
        Assert.True(parameters.IsTr34);
        Assert.Equal("SHA-256, MGF1 with SHA-256, empty label", parameters.ToString());
    }

    [Fact]
    public void Hex_of_either_case_base64_and_pem_are_the_same_token()
    {
        byte[] token = Tr34Fixture.Token(Aws);
        string pem =
            "-----BEGIN TR34 KEY TOKEN-----\n" + Convert.ToBase64String(token, Base64FormattingOptions.InsertLineBreaks) + "\n-----END TR34 KEY TOKEN-----\n";

        foreach (string text in new[] { Convert.ToHexString(token), Convert.ToHexString(token).ToLowerInvariant() + "\r\n", Convert.ToBase64String(token), pem })
        {
            Assert.Equal(token, Tr34KeyBlock.Parse(text).Encoded.ToArray());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("30820")]
    public void Text_that_is_no_token_is_refused(string text) =>
        Assert.IsType<CryptographyException>(Record.Exception(() => Tr34KeyBlock.Parse(text)));

    [Fact]
    public void A_credential_token_is_not_a_key_token()
    {
        Tr34Fixture.Refused(CryptographyError.Tr34ContentType, () => Tr34KeyBlock.Parse(Tr34Fixture.CredentialTokens["ct_krd"].Hex("der")));
        Tr34Fixture.Refused(CryptographyError.Tr34SignerCount, () => Tr34CredentialToken.Parse(Tr34Fixture.Token(Aws)));
    }

    [Fact]
    public void Length_and_depth_are_bounded()
    {
        Tr34Fixture.Refused(CryptographyError.Tr34TooLarge, () => Tr34KeyBlock.Parse(new byte[Tr34KeyBlock.MaximumLength + 1]));
        Tr34Fixture.Refused(CryptographyError.Tr34TooLarge, () => Tr34KeyBlock.Parse(new string('0', 4 * Tr34KeyBlock.MaximumLength)));

        // Nested SEQUENCEs of indefinite length as deep as the input is long.
        byte[] nested = new byte[Tr34KeyBlock.MaximumLength];
        for (int i = 0; i < nested.Length; i += 2)
        {
            (nested[i], nested[i + 1]) = (0x30, 0x80);
        }

        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Tr34KeyBlock.Parse(nested));
    }

    [Fact]
    public void Deeply_nested_content_neither_recurses_nor_takes_long()
    {
        // SignedData whose content is an OCTET STRING made of OCTET STRINGs, some 15,000 deep, all of indefinite length.
        const int Depth = 15_000;
        byte[] nested = [.. Enumerable.Repeat<byte[]>([0x24, 0x80], Depth).SelectMany(level => level), .. new byte[2 * Depth]];
        byte[] signedData = [0x30, 0x80, 0x02, 0x01, 0x01, 0x31, 0x00, 0x30, 0x80, .. Convert.FromHexString("06092A864886F70D010703"), 0xA0, 0x80, .. nested, 0,
            0, 0, 0, 0x31, 0x00, 0, 0];
        byte[] token = [0x30, 0x80, .. Convert.FromHexString("06092A864886F70D010702"), 0xA0, 0x80, .. signedData, 0, 0, 0, 0];

        Tr34Fixture.Refused(CryptographyError.Tr34SignerCount, () => Tr34KeyBlock.Parse(token));
    }

    [Fact]
    public void A_token_in_ber_with_indefinite_lengths_and_a_segmented_envelope_opens()
    {
        // What a sender makes that writes its CMS as a stream.
        JsonElement record = Tr34Fixture.Records[Aws];
        AsnReader signedData = new AsnReader(record.Hex("token"), AsnEncodingRules.DER).ReadSequence();
        byte[] type = signedData.ReadEncodedValue().ToArray();
        signedData = signedData.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        byte[] version = signedData.ReadEncodedValue().ToArray();
        byte[] algorithms = signedData.ReadEncodedValue().ToArray();
        signedData.ReadEncodedValue();
        byte[] signers = signedData.ReadEncodedValue().ToArray();
        byte[] envelope = Tr34KeyBlock.Parse(record.Hex("token")).EnvelopeContents.ToArray();
        byte[] octets = [0x24, 0x80, 0x04, 0x64, .. envelope[..100], 0x04, 0x82, .. Length(envelope.Length - 100), .. envelope[100..], 0, 0];
        byte[] content = [0x30, 0x80, .. Convert.FromHexString("06092A864886F70D010703"), 0xA0, 0x80, .. octets, 0, 0, 0, 0];
        byte[] token = [0x30, 0x80, .. type, 0xA0, 0x80, 0x30, 0x80, .. version, .. algorithms, .. content, .. signers, 0, 0, 0, 0, 0, 0];

        using Tr34OpenedKey opened = Tr34KeyBlock.Open(token, Tr34Fixture.Receiver(record));

        Assert.Equal(record.Hex("key"), opened.Key.ToArray());

        static byte[] Length(int value) => [(byte)(value >> 8), (byte)value];
    }

    [Fact]
    public void Credential_tokens_give_certificate_and_revocation_list()
    {
        var krd = Tr34CredentialToken.Parse(Tr34Fixture.CredentialTokens["ct_krd"].Hex("der"));
        var kdh = Tr34CredentialToken.Parse(Convert.ToHexString(Tr34Fixture.CredentialTokens["ct_kdh"].Hex("der")));

        Assert.Equal(Tr34Fixture.Certificate("krd").RawData, krd.Certificate.RawData);
        Assert.Empty(krd.RevocationLists);
        Assert.Equal(Tr34Fixture.Certificate("kdh").RawData, kdh.Certificate.RawData);
        CertificateRevocationList list = Assert.Single(kdh.RevocationLists);
        list.Check(kdh.Certificate, Tr34Fixture.Certificate("kdh_ca"), new CertificateCheckOptions { ValidAt = Tr34Fixture.Now });
    }

    [Fact]
    public void Credential_tokens_are_written_as_the_samples_have_them()
    {
        Assert.Equal(
            Tr34Fixture.CredentialTokens["ct_krd"].Text("der"),
            Convert.ToHexString(Tr34CredentialToken.Create(Tr34Fixture.Certificate("krd"))));
        Assert.Equal(
            Tr34Fixture.CredentialTokens["ct_kdh"].Text("der"),
            Convert.ToHexString(Tr34CredentialToken.Create(Tr34Fixture.Certificate("kdh"), Tr34Fixture.Crl("crl_empty"))));
    }

    [Theory]
    [InlineData("rt_krd_8")]
    [InlineData("rt_krd_16")]
    public void Random_number_tokens_are_read_and_written(string id)
    {
        JsonElement record = Tr34Fixture.CredentialTokens[id];

        byte[] nonce = Tr34RandomToken.Parse(record.Hex("der"));

        Assert.Equal(record.Text("random_nonce"), Convert.ToHexString(nonce));
        Assert.Equal(record.Text("der"), Convert.ToHexString(Tr34RandomToken.Create(nonce)));
    }

    [Theory]
    [InlineData("3016060A2A864886F70D01091903310804061B5C9D0E2F3A", CryptographyError.Tr34Malformed)]
    [InlineData("3017060A2A864886F70D01091903310A04081B5C9D0E2F3A4857", CryptographyError.Tr34TrailingData)]
    [InlineData("3018060A2A864886F70D01091904310A04081B5C9D0E2F3A4857", CryptographyError.Tr34ContentType)]
    public void A_wrong_random_number_token_is_refused(string hex, CryptographyError error) =>
        Tr34Fixture.Refused(error, () => Tr34RandomToken.Parse(Convert.FromHexString(hex)));
}

using System.Security.Cryptography.X509Certificates;
using System.Text;
using FsCheck.Xunit;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

public sealed class CertificateReaderTests
{
    private static readonly X509Certificate2 Certificate = Tr34Fixture.Certificate("kdh");
    private static readonly X509Certificate2 Issuer = Tr34Fixture.Certificate("kdh_ca");

    [Fact]
    public void Der_pem_base64_of_der_and_the_wire_form_are_the_same_certificate()
    {
        string pem = CertificateWriter.ToPem(Certificate);
        Assert.Equal(Certificate.RawData, CertificateReader.Read(Certificate.RawData).RawData);
        foreach (string text in new[] { pem, pem.ReplaceLineEndings("\r\n"), Convert.ToBase64String(Certificate.RawData),
            CertificateWriter.ToWireForm(Certificate) })
        {
            Assert.Equal(Certificate.RawData, CertificateReader.Read(text).RawData);
            Assert.Equal(Certificate.RawData, CertificateReader.Read(Encoding.ASCII.GetBytes(text)).RawData);
        }
    }

    [Fact]
    public void The_wire_form_begins_as_the_service_has_it() =>
        Assert.StartsWith("LS0tLS1CRUdJTi", CertificateWriter.ToWireForm(Certificate), StringComparison.Ordinal);

    [Fact]
    public void A_chain_keeps_its_order_and_is_not_taken_for_one_certificate()
    {
        string wire = CertificateWriter.ToWireForm(Certificate, Issuer);

        Assert.Equal([Certificate.Thumbprint, Issuer.Thumbprint], CertificateReader.ReadAll(wire).Select(read => read.Thumbprint));
        Tr34Fixture.Refused(CryptographyError.CertificateCount, () => CertificateReader.Read(wire));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("MAA=")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIID")]
    public void What_is_no_certificate_is_refused(string text) =>
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(text));

    [Fact]
    public void A_private_key_beside_the_certificate_is_refused_and_not_shown()
    {
        string key = Tr34Fixture.Key("kdh").ExportPkcs8PrivateKeyPem();
        CryptographyException refusal =
            Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(CertificateWriter.ToPem(Certificate) + key));
        Assert.Contains("PRIVATE KEY", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key.Split('\n')[1], refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_that_the_platform_would_open_are_refused()
    {
        var collection = new X509Certificate2Collection(Certificate);
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(collection.Export(X509ContentType.Pkcs12)!));
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(collection.Export(X509ContentType.Pkcs7)!));
    }

    [Fact]
    public void Cut_off_and_followed_certificates_are_refused_with_both_lengths()
    {
        CryptographyException cut =
            Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(Certificate.RawData.AsSpan(0, 500)));
        Assert.Contains("778", cut.Message, StringComparison.Ordinal);
        Assert.Contains("500", cut.Message, StringComparison.Ordinal);
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read([.. Certificate.RawData, 0, 0]));
    }

    [Fact]
    public void Input_is_bounded()
    {
        Tr34Fixture.Refused(CryptographyError.CertificateTooLarge, () => CertificateReader.Read(new string('A', CertificateReader.MaximumLength + 1)));
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(new string('A', CertificateReader.MaximumLength)));
        Tr34Fixture.Refused(CryptographyError.CertificateTooLarge, () => CertificateReader.Read(new byte[CertificateReader.MaximumLength + 1]));
        Tr34Fixture.Refused(CryptographyError.CertificateMalformed, () => CertificateReader.Read(new byte[CertificateReader.MaximumLength]));
        Assert.Equal(32, CertificateReader.ReadAll(CertificateWriter.ToPem([.. Enumerable.Repeat(Certificate, 32)])).Count);
        Tr34Fixture.Refused(
            CryptographyError.CertificateTooLarge, () => CertificateReader.ReadAll(CertificateWriter.ToPem([.. Enumerable.Repeat(Certificate, 33)])));
    }

    [Fact]
    public void Identifiers_compare_issuer_and_serial_number()
    {
        var own = CertificateIdentifier.Of(Certificate);
        Assert.True(own.Matches(CertificateIdentifier.Of(CertificateReader.Read(Certificate.RawData))));
        Assert.False(own.Matches(CertificateIdentifier.Of(Tr34Fixture.Certificate("kdh_other"))));
        Assert.False(own.Matches(CertificateIdentifier.Of(Tr34Fixture.Certificate("krd"))));
        Assert.Equal("serial 3400000011 of CN=Fixture KDH CA, O=Fixture Org, C=US", own.ToString());
    }

    [Fact]
    public void A_revoked_certificate_is_found_in_its_list()
    {
        var at = new CertificateCheckOptions { ValidAt = Tr34Fixture.Now };
        var list = CertificateRevocationList.Parse(Tr34Fixture.Crl("crl_kdh_revoked"));

        Assert.Equal(1, list.Count);
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CertificateRevoked, () => list.Check(Certificate, Issuer, at));
        Assert.Contains("3400000011", refusal.Message, StringComparison.Ordinal);
        list.Check(Tr34Fixture.Certificate("kdh_other"), Issuer, at);
        Tr34Fixture.Refused(CryptographyError.CertificateRevocationList, () => list.Check(Tr34Fixture.Certificate("krd"), null, at));
        Tr34Fixture.Refused(
            CryptographyError.CertificateRevocationListExpired,
            () => list.Check(Tr34Fixture.Certificate("kdh_other"), Issuer, at with { ValidAt = list.NextUpdate!.Value.AddSeconds(1) }));
    }

    [Property(MaxTest = 1000)]
    public void Arbitrary_text_is_refused_with_the_typed_error(string text) => Fuzz.OnlyTyped(() => CertificateReader.ReadAll(text ?? ""));
}

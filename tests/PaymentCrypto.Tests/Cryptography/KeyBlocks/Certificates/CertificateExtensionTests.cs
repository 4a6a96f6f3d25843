using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

/// <summary>What the extensions of certificates say counts (RFC 5280 4.2); the verdicts are those of <c>openssl verify -x509_strict</c>.</summary>
public sealed class CertificateExtensionTests
{
    private static readonly CertificateCheckOptions Now = new() { ValidAt = TestCertificates.From.AddDays(30) };

    [Theory]
    [InlineData(X509KeyUsageFlags.DigitalSignature)]
    [InlineData(X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.KeyEncipherment)]
    public void An_issuer_whose_key_usage_lacks_keyCertSign_is_none(X509KeyUsageFlags usage)
    {
        X509Certificate2 root = Issue("root", "root", Authority(), Usage(usage));
        X509Certificate2 leaf = Issue("leaf", "root");

        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CertificateNotAuthority, () => CertificateCheck.VerifyIssuedBy(leaf, root, Now));
        Assert.Contains("keyCertSign", refusal.Message, StringComparison.Ordinal);
        Tr34Fixture.Refused(CryptographyError.CertificateNotAuthority, () => CertificateCheck.VerifyRoot(root, Now));
        CertificateCheck.VerifyIssuedBy(leaf, Issue("root", "root", Authority(), Usage(usage | X509KeyUsageFlags.KeyCertSign)), Now);
    }

    [Fact]
    public void An_intermediate_without_basic_constraints_vouches_for_nobody()
    {
        X509Certificate2 leaf = Issue("leaf", "intermediate");
        CryptographyException refusal =
            Tr34Fixture.Refused(CryptographyError.CertificateNotAuthority, () => CertificateCheck.VerifyIssuedBy(leaf, Issue("intermediate", "root"), Now));
        Assert.Contains("BasicConstraints", refusal.Message, StringComparison.Ordinal);
        CertificateCheck.VerifyIssuedBy(leaf, Issue("intermediate", "root", Authority()), Now);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_critical_extension_that_is_not_known_is_refused_wherever_it_stands(bool inLeaf)
    {
        X509Extension[] unknown = [new X509Extension("1.2.3.4", [0x05, 0x00], critical: true)];
        X509Extension[] harmless = [new X509Extension("1.2.3.4", [0x05, 0x00], critical: false)];

        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CertificateExtension, () => Verify(unknown));
        Assert.Contains("1.2.3.4", refusal.Message, StringComparison.Ordinal);
        Verify(harmless);

        void Verify(X509Extension[] extensions) => CertificateCheck.VerifyIssuedBy(
            Issue("leaf", "root", inLeaf ? extensions : []), Issue("root", "root", inLeaf ? [] : extensions), Now);
    }

    [Fact]
    public void A_path_is_no_longer_than_its_issuers_allow()
    {
        X509Certificate2 leaf = Issue("leaf", "second");
        X509Certificate2 second = Issue("second", "first", Authority());
        X509Certificate2 first = Issue("first", "root", Authority());

        CertificateCheck.VerifyIssuedBy(leaf, [second, first, Issue("root", "root", Authority(2))], Now);
        Tr34Fixture.Refused(CryptographyError.CertificatePathLength,
            () => CertificateCheck.VerifyIssuedBy(leaf, [second, first, Issue("root", "root", Authority(1))], Now));
        Tr34Fixture.Refused(CryptographyError.CertificatePathLength,
            () => CertificateCheck.VerifyIssuedBy(leaf, [second, Issue("first", "root", Authority(0))], Now));
        CertificateCheck.VerifyIssuedBy(leaf, [Issue("second", "first", Authority(0)), first], Now);

        // A certificate with which an authority changes its own key does not count.
        CertificateCheck.VerifyIssuedBy(Issue("leaf", "root"), [Issue("root", "root", Authority()), Issue("root", "root", Authority(0))], Now);
    }

    [Fact]
    public void Names_keep_to_the_constraints_of_every_issuer_above()
    {
        X509Certificate2 root = Issue("root", "root", Authority(), Constraints(permitted: true, "bank.example"));
        X509Certificate2 without = Issue("root", "root", Authority(), Constraints(permitted: false, "bank.example"));
        X509Certificate2 inside = Issue("leaf", "root", Names("kdh.bank.example"));
        X509Certificate2 outside = Issue("leaf", "root", Names("kdh.other.example"));

        CertificateCheck.VerifyIssuedBy(inside, root, Now);
        CertificateCheck.VerifyIssuedBy(outside, without, Now);
        CryptographyException refusal =
            Tr34Fixture.Refused(CryptographyError.CertificateNameConstraint, () => CertificateCheck.VerifyIssuedBy(outside, root, Now));
        Assert.Contains("kdh.other.example", refusal.Message, StringComparison.Ordinal);
        Tr34Fixture.Refused(CryptographyError.CertificateNameConstraint, () => CertificateCheck.VerifyIssuedBy(inside, without, Now));

        X509Certificate2 middle = Issue("middle", "root", Authority());
        Tr34Fixture.Refused(CryptographyError.CertificateNameConstraint,
            () => CertificateCheck.VerifyIssuedBy(Issue("leaf", "middle", Names("kdh.other.example")), [middle, root], Now));
    }

    [Fact]
    public void A_subject_keeps_to_the_directory_names_that_its_issuer_may_certify()
    {
        X509Certificate2 root = Issue("root", "root", Authority(), DirectoryConstraint("CN=bank"));
        CertificateCheck.VerifyIssuedBy(Issue("bank", "root"), root, Now);
        Tr34Fixture.Refused(CryptographyError.CertificateNameConstraint, () => CertificateCheck.VerifyIssuedBy(Issue("other", "root"), root, Now));
    }

    [Fact]
    public void Constraints_that_are_no_constraints_are_malformed() =>
        Tr34Fixture.Refused(
            CryptographyError.CertificateMalformed,
            () => CertificateCheck.VerifyIssuedBy(Issue("leaf", "root"),
                Issue("root", "root", Authority(), new X509Extension("2.5.29.30", [0x04, 0x01, 0x00], critical: true)), Now));

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyEncipherment, true)]
    [InlineData(X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.DigitalSignature, true)]
    [InlineData(X509KeyUsageFlags.DigitalSignature, false)]
    [InlineData(X509KeyUsageFlags.KeyAgreement, false)]
    public void Keys_are_wrapped_only_for_certificates_that_may_decipher_them(X509KeyUsageFlags usage, bool allowed)
    {
        X509Certificate2 recipient = Issue("recipient", "root", Usage(usage));
        Expect(allowed, () => RsaKeyCryptogram.Wrap(new byte[16], recipient));
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyAgreement, true)]
    [InlineData(X509KeyUsageFlags.KeyAgreement | X509KeyUsageFlags.DigitalSignature, true)]
    [InlineData(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, false)]
    public void Keys_are_agreed_only_with_certificates_that_may_agree(X509KeyUsageFlags usage, bool allowed)
    {
        X509Certificate2 peer = TestCertificates.Issue("peer", TestCertificates.P256, extensions: Usage(usage));
        Expect(allowed, () => EcdhPublicKey.Of(peer));
    }

    [Theory]
    [InlineData(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)]
    [InlineData(X509KeyUsageFlags.KeyCertSign, false)]
    public void Revocation_lists_count_only_by_an_issuer_that_may_sign_them(X509KeyUsageFlags usage, bool allowed)
    {
        X509Certificate2 issuer = Issue("root", "root", Authority(), Usage(usage));
        var list = CertificateRevocationList.Parse(new CertificateRevocationListBuilder().Build(
            issuer.SubjectName,
            X509SignatureGenerator.CreateForRSA(TestCertificates.Rsa2048, RSASignaturePadding.Pkcs1),
            crlNumber: 1,
            nextUpdate: TestCertificates.To,
            HashAlgorithmName.SHA256,
            X509AuthorityKeyIdentifierExtension.CreateFromIssuerNameAndSerialNumber(issuer.IssuerName, issuer.SerialNumberBytes.Span),
            thisUpdate: TestCertificates.From));

        Expect(allowed, () => list.Check(Issue("leaf", "root"), issuer, Now));
    }

    [Fact]
    public void A_certificate_without_key_usage_serves_every_purpose()
    {
        RsaKeyCryptogram.Wrap(new byte[16], Issue("recipient", "root"));
        EcdhPublicKey.Of(TestCertificates.Issue("peer", TestCertificates.P256));
    }

    private static void Expect(bool allowed, Action use)
    {
        if (allowed)
        {
            use();
        }
        else
        {
            Tr34Fixture.Refused(CryptographyError.CertificateKeyUsage, use);
        }
    }

    private static X509Certificate2 Issue(string name, string issuer, params X509Extension[] extensions) =>
        TestCertificates.Issue(name, TestCertificates.Rsa2048, issuer, TestCertificates.Rsa2048, extensions: extensions);

    private static X509BasicConstraintsExtension Authority(int? pathLength = null) => new(true, pathLength is not null, pathLength ?? 0, critical: true);

    private static X509KeyUsageExtension Usage(X509KeyUsageFlags usage) => new(usage, critical: true);

    private static X509Extension Names(string dns)
    {
        var builder = new SubjectAlternativeNameBuilder();
        builder.AddDnsName(dns);
        return builder.Build();
    }

    private static X509Extension Constraints(bool permitted, string dns) =>
        new("2.5.29.30", Nest(0x30, Nest(permitted ? 0xA0 : 0xA1, Nest(0x30, Nest(0x82, Encoding.ASCII.GetBytes(dns))))), critical: true);

    private static X509Extension DirectoryConstraint(string name) =>
        new("2.5.29.30", Nest(0x30, Nest(0xA0, Nest(0x30, Nest(0xA4, new X500DistinguishedName(name).RawData)))), critical: true);

    private static byte[] Nest(int tag, byte[] content) => [(byte)tag, checked((byte)content.Length), .. content];
}

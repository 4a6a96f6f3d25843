using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>Certificates on curves, issued on the spot: all in order, and each wrong in one way.</summary>
public sealed class CertificateExaminationTests
{
    private const string Leaf = "CertificateKeyType CertificateExpired CertificateExtension";
    private const string Issued =
        "CertificateIssuerMismatch CertificateNotAuthority CertificateExtension CertificateExpired CertificateSignature CertificateStrength "
        + "CertificatePathLength";

    private static readonly CertificateCheckOptions Now = new() { ValidAt = TestCertificates.From.AddDays(30) };
    private static readonly ECDsa Key = TestCertificates.P256;
    private static readonly ECDsa RootKey = TestCertificates.P384;
    private static readonly X509Certificate2 Root = TestCertificates.Issue("root", RootKey, isAuthority: true);
    private static readonly X509Certificate2 Good = Child();

    [Fact]
    public void A_good_certificate_passes_each_check()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine([Good], [Root]);
        Assert.Equal(($"{Leaf} {Issued}", 10), (findings.Passes(), findings.Count));
        Assert.Equal(10, Examine([Good], [TestCertificates.Issue("other", Key, isAuthority: true), Root]).Count);
        Assert.Equal("CertificateStrength", Examine([Child(key: TestCertificates.P384)], [Authority(Key)]).Fails());
        CertificateCheckOptions lenient = Now with { EnforceStrength = false };
        Assert.Equal(Issued.Replace(" CertificateStrength", "", StringComparison.Ordinal),
            Issuer(CertificateExamination.Examine([Child(key: TestCertificates.P384)], [Authority(Key)], CertificatePurpose.Any, lenient)));
    }

    [Fact]
    public void What_is_wrong_with_the_certificate_itself_is_first()
    {
        Assert.Equal("CertificateExpired", Examine([Child(to: Now.ValidAt.AddDays(-1))], [Root]).Fails());
        Assert.Equal("CertificateNotYetValid", Examine([Child(from: Now.ValidAt.AddDays(1))], [Root]).Fails());
        Assert.Equal("CertificateExtension", Examine([Child(extensions: Unknown)], [Root]).Fails());
        using var curve = ECDsa.Create(ECCurve.CreateFromFriendlyName("secp256k1"));
        Assert.StartsWith("CertificateKeyType", Examine([Child(key: curve)], [Root]).Fails(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CertificatePurpose.Any, X509KeyUsageFlags.CrlSign, "")]
    [InlineData(CertificatePurpose.Signing, X509KeyUsageFlags.DigitalSignature, "CertificateKeyUsage")]
    [InlineData(CertificatePurpose.KeyEncipherment, X509KeyUsageFlags.KeyEncipherment, "CertificateKeyUsage")]
    [InlineData(CertificatePurpose.KeyAgreement, X509KeyUsageFlags.KeyAgreement, "CertificateKeyUsage")]
    [InlineData(CertificatePurpose.Authority, X509KeyUsageFlags.KeyCertSign, "CertificateNotAuthority")]
    public void A_certificate_may_do_what_it_is_for(CertificatePurpose purpose, X509KeyUsageFlags right, string fails)
    {
        IReadOnlyList<ExchangeFinding> findings = CertificateExamination.Examine([Child(extensions: Usage(right))], [Root], purpose, Now);
        Assert.Equal("", findings.Fails());
        Assert.Equal(purpose != CertificatePurpose.Any, findings.Passes().Contains("CertificateKeyUsage", StringComparison.Ordinal));
        X509KeyUsageFlags wrong = right == X509KeyUsageFlags.KeyAgreement ? X509KeyUsageFlags.DigitalSignature : X509KeyUsageFlags.KeyAgreement;
        Assert.Equal(fails, CertificateExamination.Examine([Child(extensions: Usage(wrong))], [Root], purpose, Now).Fails());
    }

    [Fact]
    public void What_is_wrong_with_the_issuer_is_told_one_by_one()
    {
        Assert.Equal("CertificateNotAuthority", Examine([Good], [Authority(RootKey, isAuthority: false)]).Fails());
        Assert.Equal("CertificateNotAuthority", Examine([Good], [Authority(RootKey, extensions: Usage(X509KeyUsageFlags.CrlSign))]).Fails());
        Assert.Equal("CertificateExtension", Examine([Good], [Authority(RootKey, extensions: Unknown)]).Fails());
        Assert.Equal("CertificateExpired", Examine([Good], [Authority(RootKey, to: Now.ValidAt.AddDays(-1))]).Fails());
        Assert.Equal("CertificateSignature", Examine([Good], [Authority(Key)]).Fails());
    }

    // An old root says nothing of being an authority; one below it has to.
    [Fact]
    public void An_issuer_without_basic_constraints_is_an_authority_only_as_root()
    {
        Assert.Equal("", Examine([Good], [Authority(RootKey, isAuthority: null)]).Fails());
        X509Certificate2 middle = TestCertificates.Issue("middle", RootKey, "root", RootKey);
        IReadOnlyList<ExchangeFinding> findings = Examine([TestCertificates.Issue("leaf", Key, "middle", RootKey)], [middle, Root]);
        Assert.Equal("CertificateNotAuthority", findings.Fails());
        Assert.Contains("CA:TRUE", findings[0].Found, StringComparison.Ordinal);
        Assert.Contains("CA:FALSE", Examine([Good], [Authority(RootKey, isAuthority: false)])[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_issuer_is_named_with_the_one_that_is_wanted()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine([Good], [TestCertificates.Issue("other", Key, isAuthority: true)]);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal(("CertificateIssuerMismatch", "CN=root", Leaf), (fail.Check, fail.Expected, findings.Passes()));
        Assert.Contains("CN=other", fail.Found, StringComparison.Ordinal);
        findings = Examine([Good], []);
        Assert.Equal(("", "CertificateIssuer", Leaf), (findings.Fails(), findings.Unknowns(), findings.Passes()));
    }

    [Fact]
    public void Of_two_issuers_of_one_name_the_one_that_has_signed_is_taken()
    {
        Assert.Equal("", Examine([Good], [Authority(Key), Root]).Fails());
        X509Certificate2 rsa = TestCertificates.Issue("root", Tr34Fixture.Key("kdh"), isAuthority: true);
        Assert.Equal("", Examine([Good], [rsa, Root]).Fails());
        Assert.StartsWith("CertificateSignature", Examine([Good], [rsa]).Fails(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_authority_that_is_given_is_its_own_issuer()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine([Good], [Good]);
        Assert.Equal(($"{Leaf} CertificateIssuerMismatch", 4), (findings.Passes(), findings.Count));
    }

    [Fact]
    public void A_root_is_signed_by_its_own_key()
    {
        IReadOnlyList<ExchangeFinding> findings = Examine([Root], []);
        Assert.Equal(($"{Leaf} CertificateNotSelfSigned", 4), (findings.Passes(), findings.Count));
        X509Certificate2 forged = TestCertificates.Issue("root", RootKey, "root", Key, isAuthority: true);
        Assert.Equal("CertificateNotSelfSigned", Examine([forged], []).Fails());
    }

    // What else is wrong with a root is told by the check of its own, once, and does not hide a signature that is another's.
    [Fact]
    public void What_is_wrong_with_a_root_is_told_once()
    {
        DateTimeOffset past = Now.ValidAt.AddDays(-1);
        Assert.Equal("CertificateExpired", Examine([Authority(RootKey, to: past)], []).Fails());
        Assert.Equal("CertificateNotYetValid", Examine([Authority(RootKey, from: Now.ValidAt.AddDays(1))], []).Fails());
        Assert.Equal("CertificateExtension", Examine([Authority(RootKey, extensions: Unknown)], []).Fails());
        X509Certificate2 forged = TestCertificates.Issue("root", RootKey, "root", Key, isAuthority: true, to: past);
        Assert.Equal("CertificateExpired CertificateNotSelfSigned", Examine([forged], []).Fails());
    }

    // A self-signed certificate that says CA:FALSE may be anything but an authority.
    [Fact]
    public void A_root_that_is_none_fails_as_authority_alone()
    {
        X509Certificate2 none = Authority(RootKey, isAuthority: false);
        Assert.Equal("", Examine([none], []).Fails());
        Assert.Equal("CertificateNotAuthority", CertificateExamination.Examine([none], [], CertificatePurpose.Authority, Now).Fails());
        Assert.Equal("", CertificateExamination.Examine([Authority(RootKey, isAuthority: null)], [], CertificatePurpose.Authority, Now).Fails());
    }

    [Fact]
    public void In_a_chain_in_any_order_the_leaf_is_examined()
    {
        X509Certificate2 middle = TestCertificates.Issue("middle", RootKey, "root", RootKey, isAuthority: true);
        X509Certificate2 leaf = TestCertificates.Issue("leaf", Key, "middle", RootKey);
        foreach (X509Certificate2[] chain in (X509Certificate2[][])[[leaf, middle, Root], [Root, middle, leaf], [middle, leaf]])
        {
            IReadOnlyList<ExchangeFinding> findings = Examine(chain, []);
            Assert.Equal("", findings.Fails());
            Assert.StartsWith($"CertificateCount {Leaf} CertificateIssuerMismatch", findings.Passes(), StringComparison.Ordinal);
            Assert.Contains("CN=leaf", findings.First(static finding => finding.Check == "CertificateCount").Found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Certificates_that_make_no_chain_are_told_and_the_first_is_examined()
    {
        X509Certificate2 other = TestCertificates.Issue("other", Key, "root", RootKey);
        IReadOnlyList<ExchangeFinding> findings = Examine([Good, other], [Root]);
        Assert.Equal(("CertificateCount", $"{Leaf} {Issued}"), (findings.Fails(), findings.Passes()));
        Assert.Contains("CN=leaf", findings[0].Found, StringComparison.Ordinal);
        findings = Examine([], [Root]);
        Assert.Equal(("CertificateCount", 1), (findings.Unknowns(), findings.Count));
    }

    // RFC 5280 4.2.1.9: a path length is not negative. The platform's reader takes it.
    [Fact]
    public void A_certificate_that_can_not_be_read_fails()
    {
        X509Extension negative = new("2.5.29.19", Convert.FromHexString("30060101FF020180"), critical: true);
        Assert.Equal("CertificateMalformed", Examine([Child(extensions: negative)], [Root]).Fails());
        Assert.Equal("CertificateMalformed", Examine([Good], [Authority(RootKey, isAuthority: null, extensions: negative)]).Fails());
    }

    // RFC 5280 4.2.1.9: no authority may stand below a path length of zero.
    [Fact]
    public void A_chain_keeps_to_the_length_that_its_root_allows()
    {
        X509Certificate2 root = TestCertificates.Issue(
            "root", RootKey, extensions: new X509BasicConstraintsExtension(true, true, 0, critical: true));
        X509Certificate2 middle = TestCertificates.Issue("middle", RootKey, "root", RootKey, isAuthority: true);
        X509Certificate2 leaf = TestCertificates.Issue("leaf", Key, "middle", RootKey);
        Assert.Equal("CertificatePathLength", Examine([leaf], [middle, root]).Fails());
        Assert.Equal("CertificatePathLength", Examine([leaf], [root, middle]).Fails());
        Assert.Equal("", Examine([leaf], [middle]).Fails());
        Assert.Equal("", Examine([Good], [root]).Fails());
    }

    private static X509Extension Unknown => new("1.3.6.1.4.1.99999.1", [5, 0], critical: true);

    private static X509KeyUsageExtension Usage(X509KeyUsageFlags usage) => new(usage, critical: true);

    private static X509Certificate2 Child(ECDsa? key = null, DateTimeOffset? from = null, DateTimeOffset? to = null, params X509Extension[] extensions) =>
        TestCertificates.Issue("leaf", key ?? Key, "root", key == TestCertificates.P384 ? Key : RootKey, from: from, to: to, extensions: extensions);

    private static X509Certificate2 Authority(
        ECDsa key, bool? isAuthority = true, DateTimeOffset? from = null, DateTimeOffset? to = null, params X509Extension[] extensions) =>
        TestCertificates.Issue("root", key, isAuthority: isAuthority, from: from, to: to, extensions: extensions);

    private static string Issuer(IReadOnlyList<ExchangeFinding> findings) => findings.Passes()[(Leaf.Length + 1)..];

    private static IReadOnlyList<ExchangeFinding> Examine(X509Certificate2[] certificates, X509Certificate2[] issuers) =>
        CertificateExamination.Examine(certificates, issuers, CertificatePurpose.Any, Now);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

public sealed class CertificateCheckTests
{
    private static readonly CertificateCheckOptions Now = new() { ValidAt = TestCertificates.From.AddDays(30) };
    private static readonly X509Certificate2 Root = TestCertificates.Issue("root", TestCertificates.Rsa2048, isAuthority: true);
    private static readonly X509Certificate2 EcRoot = TestCertificates.Issue("ec root", TestCertificates.P256, isAuthority: true);

    [Fact]
    public void A_leaf_without_any_extension_under_its_issuer_passes() =>
        CertificateCheck.VerifyIssuedBy(Leaf(TestCertificates.Rsa2048), Root, Now);

    [Fact]
    public void The_issuer_passes_as_its_own_leaf() => CertificateCheck.VerifyIssuedBy(Root, Root, Now);

    [Fact]
    public void Every_hash_that_the_service_signs_with_verifies()
    {
        foreach (HashAlgorithmName hash in new[] { HashAlgorithmName.SHA256, HashAlgorithmName.SHA384, HashAlgorithmName.SHA512 })
        {
            CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.Rsa2048, "root", TestCertificates.Rsa2048, hash: hash), Root, Now);
            CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.P256, "ec root", TestCertificates.P256, hash: hash), EcRoot, Now);
        }
    }

    [Fact]
    public void Another_issuer_of_the_same_name_is_found_out_by_the_signature() =>
        Tr34Fixture.Refused(
            CryptographyError.CertificateSignature,
            () => CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.Rsa2048, "root", TestCertificates.Rsa3072), Root, Now));

    [Fact]
    public void An_issuer_of_another_algorithm_is_found_out_by_the_signature() =>
        Tr34Fixture.Refused(
            CryptographyError.CertificateSignature,
            () => CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.P256, "root", TestCertificates.P256), Root, Now));

    [Fact]
    public void Another_issuer_name_is_shown_beside_the_one_given()
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.CertificateIssuerMismatch,
            () => CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.Rsa2048, "other", TestCertificates.Rsa2048), Root, Now));
        Assert.Contains("CN=other", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CN=root", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validity_is_checked_at_the_instant_given_and_stretched_by_the_clock_skew()
    {
        X509Certificate2 leaf = Leaf(TestCertificates.Rsa2048);
        var early = new CertificateCheckOptions { ValidAt = TestCertificates.From.AddMinutes(-5) };
        var late = new CertificateCheckOptions { ValidAt = TestCertificates.To.AddMinutes(5) };

        Tr34Fixture.Refused(CryptographyError.CertificateNotYetValid, () => CertificateCheck.VerifyIssuedBy(leaf, Root, early));
        Tr34Fixture.Refused(CryptographyError.CertificateExpired, () => CertificateCheck.VerifyIssuedBy(leaf, Root, late));
        CertificateCheck.VerifyIssuedBy(leaf, Root, early with { ClockSkew = TimeSpan.FromMinutes(5) });
        CertificateCheck.VerifyIssuedBy(leaf, Root, late with { ClockSkew = TimeSpan.FromMinutes(5) });
        Tr34Fixture.Refused(CryptographyError.CertificateExpired,
            () => CertificateCheck.VerifyValidity(leaf, new CertificateCheckOptions { ValidAt = DateTimeOffset.MaxValue }));
        Tr34Fixture.Refused(CryptographyError.CertificateNotYetValid,
            () => CertificateCheck.VerifyValidity(leaf, new CertificateCheckOptions { ValidAt = DateTimeOffset.MinValue }));
    }

    [Fact]
    public void An_expired_issuer_can_not_vouch_for_a_valid_leaf()
    {
        X509Certificate2 expired = TestCertificates.Issue("root", TestCertificates.Rsa2048, isAuthority: true, to: TestCertificates.From.AddDays(1));
        Tr34Fixture.Refused(CryptographyError.CertificateExpired, () => CertificateCheck.VerifyIssuedBy(Leaf(TestCertificates.Rsa2048), expired, Now));
    }

    [Fact]
    public void An_issuer_certifies_no_stronger_key_than_its_own()
    {
        X509Certificate2 stronger = TestCertificates.Issue("leaf", TestCertificates.Rsa3072, "root", TestCertificates.Rsa2048);
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CertificateStrength, () => CertificateCheck.VerifyIssuedBy(stronger, Root, Now));
        Assert.Contains("Rsa3072", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Rsa2048", refusal.Message, StringComparison.Ordinal);
        CertificateCheck.VerifyIssuedBy(stronger, Root, Now with { EnforceStrength = false });

        X509Certificate2 curve = TestCertificates.Issue("leaf", TestCertificates.P384, "ec root", TestCertificates.P256);
        Tr34Fixture.Refused(CryptographyError.CertificateStrength, () => CertificateCheck.VerifyIssuedBy(curve, EcRoot, Now));
        X509Certificate2 underRsa = TestCertificates.Issue("leaf", TestCertificates.P256, "root", TestCertificates.Rsa2048);
        Tr34Fixture.Refused(CryptographyError.CertificateStrength, () => CertificateCheck.VerifyIssuedBy(underRsa, Root, Now));
        CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.Rsa2048, "ec root", TestCertificates.P256), EcRoot, Now);
    }

    /// <summary>RFC 5280 7.1: neither case nor the number of blanks tells names apart.</summary>
    [Fact]
    public void An_issuer_name_may_differ_in_case_and_inner_blanks() =>
        CertificateCheck.VerifyIssuedBy(TestCertificates.Issue("leaf", TestCertificates.Rsa2048, "Key  host ca", TestCertificates.Rsa2048),
            TestCertificates.Issue("KEY HOST CA", TestCertificates.Rsa2048), Now);

    [Fact]
    public void A_certificate_that_says_it_is_no_authority_can_not_issue()
    {
        X509Certificate2 notAuthority = TestCertificates.Issue("root", TestCertificates.Rsa2048, isAuthority: false);
        Tr34Fixture.Refused(CryptographyError.CertificateNotAuthority,
            () => CertificateCheck.VerifyIssuedBy(Leaf(TestCertificates.Rsa2048), notAuthority, Now));
        Tr34Fixture.Refused(CryptographyError.CertificateNotAuthority, () => CertificateCheck.VerifyRoot(notAuthority, Now));
    }

    [Fact]
    public void An_unknown_signature_algorithm_is_refused_by_name()
    {
        X509Certificate2 pss = TestCertificates.Issue("leaf", TestCertificates.Rsa2048, "root", TestCertificates.Rsa2048, padding: RSASignaturePadding.Pss);
        CryptographyException refusal =
            Tr34Fixture.Refused(CryptographyError.CertificateSignatureAlgorithm, () => CertificateCheck.VerifyIssuedBy(pss, Root, Now));
        Assert.Contains("RSASSA-PSS", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_signature_algorithm_is_refused_by_name()
    {
        Tool.SkipUnlessOpenSsl();
        using var folder = new TemporaryFolder();
        Run(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=sha1", "-sha1");
        X509Certificate2 root = CertificateReader.Read(folder.Read("ca.pem"));

        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.CertificateSignatureAlgorithm,
            () => CertificateCheck.VerifyRoot(root, new CertificateCheckOptions { ValidAt = root.NotBefore.ToUniversalTime().AddHours(1) }));

        Assert.Contains("sha1WithRSAEncryption", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_signs_itself_and_names_itself()
    {
        CertificateCheck.VerifyRoot(Root, Now);
        CertificateCheck.VerifyRoot(EcRoot, Now);
        CertificateCheck.VerifyRoot(TestCertificates.Issue("no constraints", TestCertificates.Rsa2048), Now);
        Tr34Fixture.Refused(CryptographyError.CertificateNotSelfSigned, () => CertificateCheck.VerifyRoot(Leaf(TestCertificates.Rsa2048), Now));
        Tr34Fixture.Refused(
            CryptographyError.CertificateNotSelfSigned,
            () => CertificateCheck.VerifyRoot(TestCertificates.Issue("root", TestCertificates.Rsa2048, "root", TestCertificates.Rsa3072), Now));
        Tr34Fixture.Refused(
            CryptographyError.CertificateKeyType, () => CertificateCheck.VerifyRoot(TestCertificates.Issue("short", TestCertificates.Rsa1024), Now));
    }

    [Fact]
    public void Key_types_are_told()
    {
        Assert.Equal(CertificateKeyType.Rsa2048, CertificateKey.TypeOf(Root));
        Assert.Equal(CertificateKeyType.EccNistP256, CertificateKey.TypeOf(EcRoot));
        using var brainpool = ECDsa.Create(ECCurve.NamedCurves.brainpoolP256r1);
        CryptographyException refusal =
            Tr34Fixture.Refused(CryptographyError.CertificateKeyType, () => CertificateKey.TypeOf(TestCertificates.Issue("bp", brainpool)));
        Assert.Contains("1.3.36.3.3.2.8.1.1.7", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_certificates_that_openssl_makes_pass_also_with_sha224()
    {
        Tool.SkipUnlessOpenSsl();
        using var folder = new TemporaryFolder();
        foreach (string hash in new[] { "sha224", "sha256", "sha384", "sha512" })
        {
            Run(folder, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=openssl ca",
                "-" + hash);
            Run(folder, "req", "-newkey", "rsa:2048", "-nodes", "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=leaf");
            Run(folder, "x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "leaf.pem", "-days", "20",
                "-" + hash);
            X509Certificate2 issuer = CertificateReader.Read(folder.Read("ca.pem"));
            X509Certificate2 leaf = CertificateReader.Read(folder.Read("leaf.pem"));
            var at = new CertificateCheckOptions { ValidAt = leaf.NotBefore.ToUniversalTime().AddHours(1) };

            CertificateCheck.VerifyRoot(issuer, at);
            CertificateCheck.VerifyIssuedBy(leaf, issuer, at);
        }
    }

    private static X509Certificate2 Leaf(AsymmetricAlgorithm key) => TestCertificates.Issue("leaf", key, "root", TestCertificates.Rsa2048);

    private static void Run(TemporaryFolder folder, params string[] arguments)
    {
        (int exitCode, string output) = Tool.Run("openssl", folder.Path, arguments);
        Assert.True(exitCode == 0, output);
    }
}

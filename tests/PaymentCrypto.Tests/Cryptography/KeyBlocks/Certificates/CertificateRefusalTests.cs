using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

/// <summary>Checks that refuse (RFC 5280 6.1), each alone: everything else about the certificate is in order.</summary>
public sealed class CertificateRefusalTests
{
    private static readonly CertificateCheckOptions Now = new() { ValidAt = TestCertificates.From.AddDays(30) };

    [Fact]
    public void A_root_is_valid_at_the_instant_of_the_check()
    {
        X509Certificate2 root = TestCertificates.Issue("root", TestCertificates.Rsa2048, isAuthority: true);
        CertificateCheck.VerifyRoot(root, Now);
        Tr34Fixture.Refused(
            CryptographyError.CertificateNotYetValid, () => CertificateCheck.VerifyRoot(root, new() { ValidAt = TestCertificates.From.AddSeconds(-1) }));
        Tr34Fixture.Refused(
            CryptographyError.CertificateExpired, () => CertificateCheck.VerifyRoot(root, new() { ValidAt = TestCertificates.To.AddSeconds(1) }));
    }

    [Fact]
    public void A_root_has_no_critical_extension_that_is_not_known()
    {
        X509Certificate2 root = TestCertificates.Issue(
            "root", TestCertificates.Rsa2048, isAuthority: true, extensions: new X509Extension("1.2.3.4", [5, 0], critical: true));
        Tr34Fixture.Refused(CryptographyError.CertificateExtension, () => CertificateCheck.VerifyRoot(root, Now));
    }

    [Fact]
    public void A_leaf_is_valid_even_where_its_issuer_lives_longer()
    {
        X509Certificate2 root = TestCertificates.Issue("root", TestCertificates.Rsa2048, isAuthority: true);
        X509Certificate2 leaf = TestCertificates.Issue(
            "leaf", TestCertificates.Rsa2048, "root", TestCertificates.Rsa2048, from: TestCertificates.From.AddDays(10), to: TestCertificates.From.AddDays(20));
        CertificateCheck.VerifyIssuedBy(leaf, root, new() { ValidAt = TestCertificates.From.AddDays(15) });
        Tr34Fixture.Refused(CryptographyError.CertificateExpired, () => CertificateCheck.VerifyIssuedBy(leaf, root, Now));
        Tr34Fixture.Refused(
            CryptographyError.CertificateNotYetValid, () => CertificateCheck.VerifyIssuedBy(leaf, root, new() { ValidAt = TestCertificates.From.AddDays(5) }));
    }

    [Fact]
    public void Strength_is_enforced_unless_it_is_waived()
    {
        X509Certificate2 root = TestCertificates.Issue("root", TestCertificates.Rsa2048, isAuthority: true);
        X509Certificate2 leaf = TestCertificates.Issue("leaf", TestCertificates.Rsa3072, "root", TestCertificates.Rsa2048);
        Tr34Fixture.Refused(CryptographyError.CertificateStrength, () => CertificateCheck.VerifyIssuedBy(leaf, root, Now));
        CertificateCheck.VerifyIssuedBy(leaf, root, Now with { EnforceStrength = false });
    }

    [Fact]
    public void A_key_usage_that_names_no_use_allows_none()
    {
        X509Certificate2 root = TestCertificates.Issue(
            "root", TestCertificates.Rsa2048, isAuthority: true, extensions: new X509KeyUsageExtension(X509KeyUsageFlags.None, critical: true));
        Tr34Fixture.Refused(CryptographyError.CertificateNotAuthority, () => CertificateCheck.VerifyRoot(root, Now));
    }

    [Fact]
    public void A_revocation_list_counts_between_its_dates_and_those_are_in_it()
    {
        var list = CertificateRevocationList.Parse(Tr34Fixture.Crl("crl_empty"));
        X509Certificate2 certificate = Tr34Fixture.Certificate("kdh");
        void Check(DateTimeOffset at, int skewSeconds = 0)
            => list.Check(certificate, Tr34Fixture.Certificate("kdh_ca"), new() { ValidAt = at, ClockSkew = TimeSpan.FromSeconds(skewSeconds) });
        Check(list.ThisUpdate);
        Check(list.NextUpdate!.Value);
        Check(list.ThisUpdate.AddSeconds(-1), skewSeconds: 1);
        Check(list.NextUpdate!.Value.AddSeconds(1), skewSeconds: 1);
        Tr34Fixture.Refused(CryptographyError.CertificateRevocationListExpired, () => Check(list.ThisUpdate.AddSeconds(-1)));
        Tr34Fixture.Refused(CryptographyError.CertificateRevocationListExpired, () => Check(list.NextUpdate!.Value.AddSeconds(1)));
    }
}

using System.Formats.Asn1;
using System.Security.Cryptography;
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
        Tr34Fixture.Refused(CryptographyError.CertificateStrength, () => CertificateCheck.VerifyIssuedBy(leaf, root, new() { ValidAt = Now.ValidAt }));
        CertificateCheck.VerifyIssuedBy(leaf, root, Now with { EnforceStrength = false });
    }

    // NIST SP 800-57 part 1 table 2, and elliptic curve keys under elliptic curve keys only. Columns: RSA 2048, 3072, 4096, P-256, P-384, P-521.
    [Theory]
    [InlineData(CertificateKeyType.Rsa2048, "100000")]
    [InlineData(CertificateKeyType.Rsa3072, "110000")]
    [InlineData(CertificateKeyType.Rsa4096, "111000")]
    [InlineData(CertificateKeyType.EccNistP256, "110100")]
    [InlineData(CertificateKeyType.EccNistP384, "111110")]
    [InlineData(CertificateKeyType.EccNistP521, "111111")]
    public void Each_type_of_key_certifies_these(CertificateKeyType issuer, string subjects) => Assert.Equal(
        subjects, string.Concat(Enum.GetValues<CertificateKeyType>().Order().Select(subject => CertificateKey.MayCertify(issuer, subject) ? '1' : '0')));

    [Theory]
    [InlineData("7F", 255, "RSA with 2047 bits")]
    [InlineData("01", 256, "RSA with 2049 bits")]
    [InlineData("80", 383, "RSA with 3072 bits", true)]
    [InlineData("FF", 0, "RSA with 8 bits")]
    public void A_modulus_is_as_long_as_its_highest_bit(string first, int more, string found, bool allowed = false)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned([.. Convert.FromHexString(first), .. Enumerable.Repeat((byte)0xFF, more)]);
            writer.WriteInteger(65537);
        }

        ExpectKey("1.2.840.113549.1.1.1", [5, 0], writer.Encode(), allowed ? null : found);
    }

    [Theory]
    [InlineData("3000", "on a curve given by its parameters")]
    [InlineData("0500", "on a curve given by its parameters")]
    [InlineData("06052B8104000A", "on the curve 1.3.132.0.10")]
    [InlineData("06052B81040023", null)] // P-521
    public void A_curve_is_named(string parameters, string? found)
        => ExpectKey("1.2.840.10045.2.1", Convert.FromHexString(parameters), new byte[133], found);

    [Fact]
    public void Another_algorithm_is_called_by_its_name() => ExpectKey("1.3.101.112", [5, 0], new byte[32], "1.3.101.112");

    private static void ExpectKey(string algorithm, byte[] parameters, byte[] key, string? found)
    {
        var oid = new Oid(algorithm);
        var request = new CertificateRequest(
            new X500DistinguishedName("CN=key"),
            new PublicKey(oid, new AsnEncodedData(oid, parameters), new AsnEncodedData(oid, key)),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        X509Certificate2 certificate = request.Create(
            new X500DistinguishedName("CN=root"), X509SignatureGenerator.CreateForRSA(TestCertificates.Rsa2048, RSASignaturePadding.Pkcs1),
            TestCertificates.From, TestCertificates.To, [1]);
        if (found is null)
        {
            CertificateKey.TypeOf(certificate);
            return;
        }

        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CertificateKeyType, () => CertificateKey.TypeOf(certificate));
        Assert.Contains($"is {found};", refusal.Message, StringComparison.Ordinal);
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

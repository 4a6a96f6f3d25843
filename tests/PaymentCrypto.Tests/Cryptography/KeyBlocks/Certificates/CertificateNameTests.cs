using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

/// <summary>Distinguished names, and those that an issuer may give (RFC 5280 4.2.1.10 and 7.1).</summary>
public sealed class CertificateNameTests
{
    private static readonly CertificateCheckOptions Now = new() { ValidAt = TestCertificates.From.AddDays(30) };

    [Theory]
    [InlineData("CN=a, O=b", "CN=a, O=b", true)]
    [InlineData("CN=a, O=b", "CN=A, O=B", true)]
    [InlineData("CN=a, O=b", "O=b, CN=a", false)]
    [InlineData("CN=a, O=b", "CN=a", false)]
    [InlineData("CN=a", "CN=b", false)]
    public void The_order_of_the_parts_matters_and_the_case_does_not(string left, string right, bool same) =>
        Assert.Equal(same, CertificateName.AreSame(new X500DistinguishedName(left).RawData, new X500DistinguishedName(right).RawData));

    [Theory]
    [InlineData("")]
    [InlineData("040100")]
    [InlineData("3003020100")]
    public void What_is_no_name_is_shown_in_hex_and_is_no_name(string hex)
    {
        byte[] encoded = Convert.FromHexString(hex);
        Assert.Equal(Convert.ToHexString(encoded), CertificateName.Decode(encoded));
        Assert.False(CertificateName.AreSame(encoded, new X500DistinguishedName("CN=a").RawData));
    }

    [Theory]
    [InlineData("operator@bank.example", true)]
    [InlineData("operator@other.example", false)]
    public void An_address_in_the_subject_keeps_to_the_constraints_on_addresses(string address, bool allowed)
    {
        X509Certificate2 root = Issue("CN=root", "CN=root", Authority(), Constraints(0xA0, 0x81, Encoding.ASCII.GetBytes("bank.example")));
        Expect(allowed, () => CertificateCheck.VerifyIssuedBy(Issue($"CN=leaf, E={address}", "CN=root"), root, Now), address);
    }

    [Fact]
    public void A_directory_name_that_is_excluded_is_shown_as_a_name()
    {
        X509Certificate2 root = Issue("CN=root", "CN=root", Authority(), Constraints(0xA1, 0xA4, new X500DistinguishedName("CN=other").RawData));
        Expect(true, () => CertificateCheck.VerifyIssuedBy(Issue("CN=bank", "CN=root"), root, Now));
        Expect(false, () => CertificateCheck.VerifyIssuedBy(Issue("CN=other", "CN=root"), root, Now), "called CN=other.");
    }

    // RFC 5280 6.1.3 b: a self-issued certificate in the middle is not held to the constraints; the last one is.
    [Fact]
    public void A_self_issued_issuer_is_not_held_to_the_constraints_of_its_own_name()
    {
        X509Extension constraint = Constraints(0xA0, 0xA4, new X500DistinguishedName("CN=leaf").RawData);
        X509Certificate2 root = Issue("CN=root", "CN=root", Authority(), constraint);
        X509Certificate2 renewed = Issue("CN=root", "CN=root", Authority());
        Expect(true, () => CertificateCheck.VerifyIssuedBy(Issue("CN=leaf", "CN=root"), [renewed, root], Now));
        Expect(false, () => CertificateCheck.VerifyIssuedBy(Issue("CN=root", "CN=root", Usage()), [renewed, root], Now), "CN=root");
        X509Certificate2 middle = Issue("CN=middle", "CN=root", Authority());
        Expect(false, () => CertificateCheck.VerifyIssuedBy(Issue("CN=leaf", "CN=middle"), [middle, root], Now), "CN=middle");
    }

    // What a certificate says of those below it does not count for itself.
    [Fact]
    public void A_leaf_is_not_held_to_its_own_constraints()
    {
        X509Certificate2 root = Issue("CN=root", "CN=root", Authority());
        X509Certificate2 leaf = Issue("CN=leaf", "CN=root", Constraints(0xA0, 0xA4, new X500DistinguishedName("CN=other").RawData));
        CertificateCheck.VerifyIssuedBy(leaf, root, Now);
    }

    private static void Expect(bool allowed, Action check, string shown = "")
    {
        if (allowed)
        {
            check();
            return;
        }

        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.CertificateNameConstraint, check);
        Assert.Contains(shown, refusal.Message, StringComparison.Ordinal);
    }

    private static X509Certificate2 Issue(string subject, string issuer, params X509Extension[] extensions)
    {
        var request = new CertificateRequest(
            new X500DistinguishedName(subject), TestCertificates.Rsa2048, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        foreach (X509Extension extension in extensions)
        {
            request.CertificateExtensions.Add(extension);
        }

        var generator = X509SignatureGenerator.CreateForRSA(TestCertificates.Rsa2048, RSASignaturePadding.Pkcs1);
        return request.Create(new X500DistinguishedName(issuer), generator, TestCertificates.From, TestCertificates.To, [0x34, 0x01, 0x02]);
    }

    private static X509BasicConstraintsExtension Authority() => new(true, false, 0, critical: true);

    private static X509KeyUsageExtension Usage() => new(X509KeyUsageFlags.DigitalSignature, critical: true);

    private static X509Extension Constraints(int subtrees, int kind, byte[] name) =>
        new("2.5.29.30", Nest(0x30, Nest(subtrees, Nest(0x30, Nest(kind, name)))), critical: true);

    private static byte[] Nest(int tag, byte[] content) => [(byte)tag, checked((byte)content.Length), .. content];
}

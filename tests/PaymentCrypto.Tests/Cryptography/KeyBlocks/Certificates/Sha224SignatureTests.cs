using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

/// <summary>Certificates signed with SHA-224, which the platform neither makes nor verifies: made by BouncyCastle.</summary>
public sealed class Sha224SignatureTests
{
    private static readonly CertificateCheckOptions Now = new() { ValidAt = TestCertificates.From.AddDays(30) };

    [Theory]
    [InlineData("SHA224WITHRSA")]
    [InlineData("SHA224WITHECDSA")]
    public void A_signature_of_the_issuer_verifies_and_another_does_not(string algorithm)
    {
        AsymmetricAlgorithm key = algorithm.EndsWith("RSA", StringComparison.Ordinal) ? TestCertificates.Rsa2048 : TestCertificates.P256;
        X509Certificate2 issuer = TestCertificates.Issue("root", key, isAuthority: true);
        byte[] encoded = Make(algorithm, key);
        CertificateCheck.VerifyIssuedBy(CertificateReader.Read(encoded), issuer, Now);

        // A letter of the subject, then the signature itself, then what is not even a signature.
        foreach (Action<byte[]> change in new Action<byte[]>[]
        {
            bytes => bytes[bytes.AsSpan().IndexOf("leaf"u8)] ^= 0x20 ^ 0x01,
            bytes => bytes[^1] ^= 1,
            bytes => bytes.AsSpan(bytes.Length - 60).Fill(0xFF),
        })
        {
            byte[] changed = [.. encoded];
            change(changed);
            Tr34Fixture.Refused(CryptographyError.CertificateSignature, () => CertificateCheck.VerifyIssuedBy(CertificateReader.Read(changed), issuer, Now));
        }
    }

    [Theory]
    [InlineData("SHA224WITHRSA")]
    [InlineData("SHA224WITHECDSA")]
    public void An_issuer_with_a_key_of_the_other_kind_did_not_sign(string algorithm)
    {
        bool isRsa = algorithm.EndsWith("RSA", StringComparison.Ordinal);
        byte[] encoded = Make(algorithm, isRsa ? TestCertificates.Rsa2048 : TestCertificates.P256);
        X509Certificate2 other = TestCertificates.Issue("root", isRsa ? TestCertificates.P256 : TestCertificates.Rsa2048, isAuthority: true);
        Tr34Fixture.Refused(CryptographyError.CertificateSignature, () => CertificateCheck.VerifyIssuedBy(CertificateReader.Read(encoded), other, Now));
    }

    private static byte[] Make(string algorithm, AsymmetricAlgorithm key)
    {
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(BigInteger.ValueOf(7));
        generator.SetIssuerDN(new X509Name("CN=root"));
        generator.SetSubjectDN(new X509Name("CN=leaf"));
        generator.SetNotBefore(TestCertificates.From.UtcDateTime);
        generator.SetNotAfter(TestCertificates.To.UtcDateTime);
        generator.SetPublicKey(PublicKeyFactory.CreateKey(key.ExportSubjectPublicKeyInfo()));
        return generator.Generate(new Asn1SignatureFactory(algorithm, PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey()))).GetEncoded();
    }
}

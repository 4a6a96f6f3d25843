using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Local.Certificates;

namespace PaymentCrypto.Tests.Local;

/// <summary>Certificates are the bytes that .NET's own CertificateRequest makes; the signature is deterministic (RFC 8017 8.2).</summary>
public sealed class IssuedCertificateTests
{
    [Theory]
    [InlineData("2026-03-01T12:34:56.789Z", "2026-03-31T12:34:56.789Z")]
    [InlineData("1949-12-31T23:59:59Z", "1950-01-01T00:00:00Z")]
    [InlineData("2049-12-31T23:59:59Z", "2050-01-01T00:00:00Z")]
    [InlineData("2050-01-01T01:30:00+02:00", "2051-06-30T00:00:00Z")]
    public void A_certificate_is_what_the_platform_makes(string notBefore, string notAfter)
    {
        using var authority = RSA.Create(2048);
        using var subject = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signer = X509SignatureGenerator.CreateForRSA(authority, RSASignaturePadding.Pkcs1);
        X509Extension[] extensions =
        [
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true),
            new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: false),
        ];
        IssuedCertificate certificate = new()
        {
            SerialNumber = CertificateProfile.NewSerialNumber(),
            Issuer = CertificateProfile.AuthorityName("111122223333"),
            NotBefore = Time(notBefore),
            NotAfter = Time(notAfter),
            Subject = CertificateProfile.LeafName("111122223333"),
            PublicKey = subject.ExportSubjectPublicKeyInfo(),
            ExtensionsInOrder = extensions,
        };

        CertificateRequest request = new(certificate.Subject, new PublicKey(subject), HashAlgorithmName.SHA512);
        Array.ForEach(extensions, request.CertificateExtensions.Add);
        using X509Certificate2 expected = request.Create(certificate.Issuer, signer, certificate.NotBefore, certificate.NotAfter, certificate.SerialNumber);
        Assert.Equal(expected.RawData, certificate.Sign(signer, HashAlgorithmName.SHA512));
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

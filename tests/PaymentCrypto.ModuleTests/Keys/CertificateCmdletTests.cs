using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

/// <remarks>The shared store has its certificate authority already, once one of the tests has asked for it.</remarks>
public sealed class CertificateCmdletTests(SharedStore store)
{
    [Fact]
    public void The_public_key_certificate_is_a_certificate_object_and_PEM()
    {
        using var session = new ModuleSession(store.Path);

        PSObject result = session.Run("$key = New-PcKey K3 ECC_NIST_P256; $key | Get-PcPublicKeyCertificate").Single();

        Assert.Equal("PaymentCrypto.PublicKeyCertificate", result.TypeNames[0]);
        session.Set("result", result);
        X509Certificate2 certificate = Assert.IsType<X509Certificate2>(session.Run("$result.Certificate").Single().BaseObject);
        X509Certificate2 issuer = Assert.IsType<X509Certificate2>(session.Run("$result.CertificateChain[0]").Single().BaseObject);
        Assert.Equal(256, certificate.GetECDiffieHellmanPublicKey()!.KeySize);
        Assert.Equal(issuer.SubjectName.RawData, certificate.IssuerName.RawData);
        Assert.Equal(certificate.RawData, X509Certificate2.CreateFromPem((string)result.Value("Pem")!).RawData);
        Assert.Equal(result.Value("Pem"), result.ToString());
        const string Copy = "[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($result, 1))";
        Assert.Equal(certificate, session.Run($"({Copy}).Certificate").Single().BaseObject);
    }

    [Fact]
    public void A_certificate_file_has_the_certificate_and_then_its_chain()
    {
        using var session = new ModuleSession(store.Path);
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("key.pem"));

        Assert.Empty(session.Run("$key = New-PcKey S0 RSA_2048; Get-PcPublicKeyCertificate $key -OutFile $file").Succeed());

        var written = new X509Certificate2Collection();
        written.ImportFromPemFile(folder.Combine("key.pem"));
        var expected = (X509Certificate2)session.Run("(Get-PcPublicKeyCertificate $key).Certificate").Single().BaseObject;
        Assert.Equal(expected, written[0]);
        Assert.Equal(written[1].SubjectName.RawData, written[0].IssuerName.RawData);
        Assert.Equal([folder.Combine("key.pem")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_signing_request_verifies_and_has_the_subject_that_was_asked_for()
    {
        using var session = new ModuleSession(store.Path);

        PSObject result = session.Run(
            """
            New-PcKey K2 RSA_2048 | New-PcCertificateSigningRequest -CommonName 'KRD 1' -Organization 'Example Bank' -OrganizationUnit Payments `
                -City Arlington -StateOrProvince Virginia -Country US -EmailAddress keys@example.com -SigningAlgorithm sha384
            """).Single();

        Assert.Equal("PaymentCrypto.SigningRequest", result.TypeNames[0]);
        Assert.Equal("SHA384", result.Value("SigningAlgorithm"));

        // Loading verifies the signature.
        var request = CertificateRequest.LoadSigningRequestPem(
            (string)result.Value("Pem")!, HashAlgorithmName.SHA384, CertificateRequestLoadOptions.Default, RSASignaturePadding.Pkcs1);
        Assert.Equal(2048, request.PublicKey.GetRSAPublicKey()!.KeySize);
        foreach (string part in (string[])["CN=KRD 1", "O=Example Bank", "OU=Payments", "L=Arlington", "C=US", "keys@example.com"])
        {
            Assert.Contains(part, request.SubjectName.Name, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_signing_request_goes_to_a_file()
    {
        using var session = new ModuleSession(store.Path);
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("krd.csr"));

        PSObject result = session.Run("New-PcKey K3 ECC_NIST_P384 | New-PcCertificateSigningRequest -CommonName KRD -OutFile $file -PassThru").Single();

        Assert.Equal(((string)result.Value("Pem")!).TrimEnd(), File.ReadAllText(folder.Combine("krd.csr")).TrimEnd());
    }

    [Fact]
    public void One_file_is_for_one_key()
    {
        using var session = new ModuleSession(store.Path);
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("both.csr"));
        session.Run("$one = New-PcKey K3 ECC_NIST_P256; $two = New-PcKey K3 ECC_NIST_P256").Succeed();

        ErrorRecord error = session.Caught("$one, $two | New-PcCertificateSigningRequest -CommonName KRD -OutFile $file");

        Expect.Error(error, "PcOutFileReused", ErrorCategory.InvalidArgument, session.Run("$two.KeyArn").Text());
    }

    [Theory]
    [InlineData("-OutFile $folder/none/there.pem", "PcOutFileNotWritable")]
    [InlineData("-OutFile $folder", "PcOutFileNotWritable")]
    [InlineData("-OutFile env:there", "PcPathNotFileSystem")]
    public void A_file_that_cannot_be_written_is_an_error(string arguments, string id)
    {
        using var session = new ModuleSession(store.Path);
        using var folder = new TemporaryDirectory();
        Directory.CreateDirectory(folder.Combine("inner"));
        session.Set("folder", folder.Combine("inner"));

        ErrorRecord error = session.Caught($"New-PcKey K3 ECC_NIST_P256 | New-PcCertificateSigningRequest -CommonName KRD {arguments}");

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("Get-PcPublicKeyCertificate $key", "PcValidation")]
    [InlineData("New-PcCertificateSigningRequest $key -CommonName x", "PcValidation")]
    [InlineData("New-PcCertificateSigningRequest $key -CommonName 'a;b'", "PcMemberInvalid")]
    [InlineData("New-PcCertificateSigningRequest $key -CommonName x -Country USA", "PcMemberInvalid")]
    [InlineData("New-PcCertificateSigningRequest $key -CommonName x -SigningAlgorithm MD5", "PcMemberInvalid")]
    public void What_has_no_certificate_is_refused(string script, string id)
    {
        using var session = new ModuleSession(store.Path);
        session.Run("$key = New-PcKey P0 AES_128").Succeed();

        Expect.Error(session.Run(script).Error(), id, ErrorCategory.InvalidArgument, session.Run("$key.KeyArn").Text());
    }
}

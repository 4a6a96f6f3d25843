using System.Diagnostics;
using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class KeyExchangeCertificateTests
{
    [Theory]
    [InlineData("RSA_2048", "Kdh", X509KeyUsageFlags.DigitalSignature, "1.2.840.113549.1.1.11")]
    [InlineData("RSA_2048", "Krd", X509KeyUsageFlags.KeyEncipherment, "1.2.840.113549.1.1.11")]
    [InlineData("ECC_NIST_P384", "KeyAgreement", X509KeyUsageFlags.KeyAgreement, "1.2.840.10045.4.3.3")]
    public void A_certificate_says_what_its_key_is_for_and_chains_to_its_authority(string algorithm, string role, X509KeyUsageFlags usage, string signature)
    {
        using var session = new ModuleSession();
        session.MoveTo(ToolSession.VectorTime);

        PSObject pair =
            session.Run($"$pair = New-PcKeyExchangeCertificate {algorithm} {role} -CommonName HSM-7 -Organization Example -ValidDays 30; $pair").Single();
        var certificate = (X509Certificate2)pair.Properties["Certificate"].Value;
        var authority = (X509Certificate2)session.Run("$pair.CertificateAuthority.Certificate").Single().BaseObject;

        Assert.Equal(usage, certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.Equal(signature, certificate.SignatureAlgorithm.Value);
        Assert.Equal(ToolSession.VectorTime.AddDays(30).UtcDateTime, certificate.NotAfter.ToUniversalTime(), TimeSpan.FromMinutes(10));
        Assert.True(authority.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = ToolSession.VectorTime.UtcDateTime;
        Assert.True(chain.Build(certificate));
    }

    [Fact]
    public void An_authority_does_not_certify_a_stronger_key_and_nothing_outlives_it()
    {
        using var session = new ModuleSession();
        session.Run("$ca = New-PcKeyExchangeCertificate RSA_2048 Authority -ValidDays 10").Succeed();

        Assert.Equal("PcKeyBlockCertificateStrength",
            session.Run("New-PcKeyExchangeCertificate RSA_3072 Krd -Issuer $ca -ValidDays 5").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("PcKeyBlockInvalidArgument",
            session.Run("New-PcKeyExchangeCertificate RSA_2048 Krd -Issuer $ca -ValidDays 11").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("PcKeyInputAlgorithmUnknown", session.Run("New-PcKeyExchangeCertificate RSA_1024").Error().FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void An_authority_that_begins_now_issues_at_once_and_one_of_the_future_does_not()
    {
        using var directory = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Set("now", directory.Combine("now.pem"));
        session.Set("future", directory.Combine("future.pem"));
        File.WriteAllText(directory.Combine("now.pem"), Authority(DateTimeOffset.UtcNow));
        File.WriteAllText(directory.Combine("future.pem"), Authority(DateTimeOffset.UtcNow.AddHours(1)));

        session.Run("New-PcKeyExchangeCertificate ECC_NIST_P256 -Issuer $now -ValidDays 5").Succeed();
        ErrorRecord error = session.Run("New-PcKeyExchangeCertificate ECC_NIST_P256 -Issuer $future -ValidDays 5").Error();

        Assert.StartsWith("PcKeyBlockInvalidArgument,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("would not be within the life of its issuer", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kdh.pem")]
    [InlineData("kdh.pfx")]
    public void A_key_pair_comes_back_from_its_encrypted_file(string file)
    {
        using var directory = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Secret("passphrase", "correct horse battery staple");
        session.Secret("wrong", "incorrect horse");
        session.Set("path", directory.Combine(file));
        session.Run("$kdh = New-PcKeyExchangeCertificate RSA_2048; $krd = New-PcKeyExchangeCertificate RSA_2048 Krd; $key = New-PcKeyComponent TDES_3KEY | "
            + "Join-PcKeyComponent").Succeed();

        session.Run("$kdh | Export-PcKeyExchangeCertificate $path $passphrase -WhatIf").Succeed();
        Assert.False(File.Exists(directory.Combine(file)));
        session.Run("$kdh | Export-PcKeyExchangeCertificate $path $passphrase").Succeed();

        string token = "$krd | New-PcTr34KeyBlock -Key $key -SigningKey $path -Usage K0 ";
        Assert.Equal(session.Run("$key.KeyCheckValue").Text(),
            session.Run(token + "-Passphrase $passphrase | ForEach-Object { ($_ | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd).KeyCheckValue }").Text());
        Assert.Equal("PcKeyInputPassphraseMissing", session.Run(token).Error().FullyQualifiedErrorId.Split(',')[0]);
        ErrorRecord error = session.Run(token + "-Passphrase $wrong").Error();
        Assert.Equal("PcKeyInputPassphraseWrong", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Equal("PcOutFileExists", session.Caught("$kdh | Export-PcKeyExchangeCertificate $path $passphrase").FullyQualifiedErrorId.Split(',')[0]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory.Combine(file)));
        }
    }

    [Theory]
    [InlineData("pkey -noout -in", "kdh.pem", "RSA_2048")]
    [InlineData("pkcs12 -noout -in", "kdh.pfx", "RSA_2048")]
    [InlineData("pkcs12 -noout -in", "ec.p12", "ECC_NIST_P521")]
    public void Openssl_reads_the_files(string command, string file, string algorithm)
    {
        using var directory = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Secret("passphrase", "secret");
        session.Set("path", directory.Combine(file));
        session.Run($"New-PcKeyExchangeCertificate {algorithm} | Export-PcKeyExchangeCertificate $path $passphrase").Succeed();

        Assert.Equal(0, OpenSsl($"{command} {directory.Combine(file)} -passin pass:secret"));
        Assert.NotEqual(0, OpenSsl($"{command} {directory.Combine(file)} -passin pass:other"));
    }

    [Fact]
    public void A_request_is_signed_by_its_key_and_its_certificate_may_come_later()
    {
        using var directory = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Set("path", directory.Combine("kdh.csr"));

        PSObject pair = session.Run(
            "$pair = New-PcKeyExchangeCertificate RSA_2048 -SigningRequest -CommonName HSM-7; [IO.File]::WriteAllText($path, $pair.Pem); $pair").Single();

        Assert.Null(pair.Properties["PublicKeyCertificate"].Value);
        Assert.Equal(0, OpenSsl($"req -verify -noout -in {directory.Combine("kdh.csr")}"));
        Assert.Equal(
            "PcKeyInputCertificateMissing",
            session.Run("New-PcKeyExchangeCertificate RSA_2048 Krd | New-PcTr34KeyBlock -Key (New-PcKeyComponent TDES_2KEY | Join-PcKeyComponent) "
                + "-SigningKey $pair -Usage K0").Error().FullyQualifiedErrorId.Split(',')[0]);
    }

    private static int OpenSsl(string arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("openssl is not there.");
            return 0;
        }
    }

    // As openssl makes one: not backdated.
    private static string Authority(DateTimeOffset begins)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=A partner's authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        using X509Certificate2 certificate = request.CreateSelfSigned(begins, begins.AddYears(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }
}

using System.Management.Automation;
using PaymentCrypto.ModuleTests.Keys;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class ExportPcKeyTests
{
    [Fact]
    public void A_TR31_export_has_what_the_header_was_asked_to_say()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        PSObject wrapped = session.Run(
            """
            $key = New-PcKey C0 TDES_2KEY -Exportable
            $wrapped = $key | Export-PcKey -WrappingKeyIdentifier $aesKek -ModeOfUse V -Exportability N -KeyVersion 07 -OptionalBlock @{ LB = 'branch7' }
            $wrapped
            """).Single();
        PSObject opened = session.Run("$wrapped | ConvertFrom-PcTr31KeyBlock -ProtectionKey $aes").Single();

        Assert.Equal("PaymentCrypto.WrappedKey", wrapped.TypeNames[0]);
        Assert.Equal("TR31_KEY_BLOCK", wrapped.Value("WrappedKeyMaterialFormat"));
        Assert.Equal(session.Run("$key.KeyArn").Text(), wrapped.Value("KeyIdentifier"));
        Assert.Equal(session.Run("$aesKek.KeyArn").Text(), wrapped.Value("WrappingKeyArn"));
        Assert.Equal("C0", opened.Value("KeyUsage"));
        Assert.Equal("V", opened.Value("ModeOfUse"));
        Assert.Equal("N", opened.Value("Exportability"));
        Assert.Equal("07", opened.Value("KeyVersion"));
        Assert.Contains("LB0Bbranch7", (string)opened.Value("Header")!, StringComparison.Ordinal);
        Assert.Equal(session.Run("$key.KeyCheckValue").Text(), opened.Value("KeyCheckValue"));
        Assert.Equal(wrapped.Value("KeyCheckValue"), opened.Value("KeyCheckValue"));
    }

    [Fact]
    public void The_initial_key_of_a_terminal_is_that_of_ANSI_X9_24()
    {
        // ANSI X9.24-1:2009, annex A.4: BDK 0123456789ABCDEFFEDCBA9876543210, KSN FFFF9876543210E00000, IPEK 6AC292FAA1315B4D858AB3A3D7D5933A.
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        using var bdk = new System.Security.SecureString();
        "0123456789ABCDEFFEDCBA9876543210".ToList().ForEach(bdk.AppendChar);
        session.Set("bdk", bdk);

        PSObject opened = session.Run(
            """
            $key = New-PcTr31KeyBlock $aes -Key $bdk -Algorithm TDES_2KEY -Usage B0 | Import-PcKey -WrappingKeyIdentifier $aesKek
            $key | Export-PcKey -WrappingKeyIdentifier $tdesKek -KeySerialNumber ffff9876543210e00000 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $tdes -AsPlainText
            """).Single();

        Assert.Equal("B1", opened.Value("KeyUsage"));
        Assert.Equal("6AC292FAA1315B4D858AB3A3D7D5933A", PSObject.AsPSObject(opened.Value("Key")!).Value("PlainText"));
    }

    [Fact]
    public void A_key_is_exported_by_TR34_signed_by_the_providers_own_key_pair()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        PSObject opened = session.Run(
            """
            $krdAuthority = Import-PcKey -RootCertificate $krd.CertificateAuthority
            $signer = New-PcKey S0 RSA_3072
            $certificate = ($signer | Get-PcPublicKeyCertificate).Certificate
            $key = New-PcKey K0 TDES_3KEY -Exportable
            $token = Export-PcKey $key -SigningKeyIdentifier $signer -SigningKeyCertificate $certificate -WrappingKeyCertificate $krd -CertificateAuthority $krdAuthority
            $token | ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -SigningKeyCertificate $certificate
            """).Single();

        Assert.Equal(session.Run("$key.KeyCheckValue").Text(), opened.Value("KeyCheckValue"));
        Assert.Null(opened.Value("RandomNonce"));
    }

    [Theory]
    [InlineData("$key | Export-PcKey -WrappingSpec RSA_OAEP_SHA_512", "KEY_CRYPTOGRAM")]
    [InlineData("Export-PcKey $key -WrappingSpec RSA_OAEP_SHA_256", "KEY_CRYPTOGRAM")]
    [InlineData("$key | Export-PcKey -ExportToken (Get-PcExportParameters).ExportToken ", "TR34_KEY_BLOCK")]
    [InlineData("Export-PcKey $key -ExportToken (Get-PcExportParameters)", "TR34_KEY_BLOCK")]
    public void One_parameter_says_the_format_for_a_certificate_piped_or_not(string command, string expected)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run("$ca = Import-PcKey -RootCertificate $krd.CertificateAuthority; $key = New-PcKey K0 TDES_2KEY -Exportable").Succeed();

        PSObject wrapped = session.Run($"{command} -WrappingKeyCertificate $krd -CertificateAuthority $ca").Single();

        Assert.Equal(expected, wrapped.Value("WrappedKeyMaterialFormat"));
    }

    [Theory]
    [InlineData("$key | Export-PcKey")]
    [InlineData("Export-PcKey $key")]
    [InlineData("$key | Export-PcKey -ModeOfUse E")]
    [InlineData("Export-PcKey $key -ModeOfUse E")]
    public void Without_it_nothing_is_exported_and_the_error_says_what_each_format_needs(string command)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run("$ca = Import-PcKey -RootCertificate $krd.CertificateAuthority; $key = New-PcKey K0 TDES_2KEY -Exportable").Succeed();

        Outcome outcome = session.Run($"{command} -WrappingKeyCertificate $krd -CertificateAuthority $ca");

        Assert.Empty(outcome.Output);
        Expect.Error(outcome.Error(), "PcKeyInputMissing", ErrorCategory.InvalidArgument, session.Run("$key.KeyArn").Text());
        foreach (string parameter in (string[])["-ExportToken", "-SigningKeyIdentifier", "-SigningKeyCertificate", "-WrappingSpec RSA_OAEP_SHA_256"])
        {
            Assert.Contains(parameter, outcome.Error().Exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Export-PcKey $key -WrappingKeyCertificate $krd")]
    [InlineData("$key | Export-PcKey -WrappingKeyCertificate $krd")]
    [InlineData("Export-PcKey $key -WrappingKeyCertificate $krd -ExportToken (Get-PcExportParameters)")]
    public void A_certificate_without_its_authority_is_an_error_that_names_it(string command)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run("$key = New-PcKey K0 TDES_2KEY -Exportable").Succeed();

        Outcome outcome = session.Run(command);

        Assert.Empty(outcome.Output);
        Expect.Error(outcome.Error(), "PcKeyInputMissing", ErrorCategory.InvalidArgument, session.Run("$key.KeyArn").Text());
        Assert.Contains("-CertificateAuthorityPublicKeyIdentifier", outcome.Error().Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_gets_the_wrapped_key_and_is_not_overwritten_without_Force()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("key.tr31"));

        PSObject wrapped =
            session.Run("$key = New-PcKey P0 AES_128 -Exportable; Export-PcKey $key -WrappingKeyIdentifier $aesKek -OutFile $file -PassThru").Single();
        string written = File.ReadAllText(folder.Combine("key.tr31"));
        ErrorRecord error = session.Caught("Export-PcKey $key -WrappingKeyIdentifier $aesKek -OutFile $file");

        Assert.Equal(wrapped.Value("KeyMaterial") + "\n", written);
        Assert.Equal("PcOutFileExists", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(written, File.ReadAllText(folder.Combine("key.tr31")));
        Assert.Empty(session.Run("Export-PcKey $key -WrappingKeyIdentifier $aesKek -OutFile $file -Force").Succeed());
        Assert.NotEqual(written, File.ReadAllText(folder.Combine("key.tr31")));
        Assert.Equal("TR31_P0_PIN_ENCRYPTION_KEY", session.Run("Import-PcKey -Path $file -WrappingKeyIdentifier $aesKek").Single().Value("KeyUsage"));
    }

    [Theory]
    [InlineData("", "is a folder")]
    [InlineData("/none/key.tr31", "there is no folder")]
    public void A_file_that_cannot_be_is_refused_before_anything_is_exported(string name, string expected)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Path + name);

        ErrorRecord error = session.Run("New-PcKey P0 AES_128 -Exportable | Export-PcKey -WrappingKeyIdentifier $aesKek -OutFile $file -Force").Error();

        Assert.Equal("PcOutFileNotWritable", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(expected, error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Text_that_is_no_certificate_is_refused_with_the_name_of_the_parameter_s_certificate()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        ErrorRecord error = session.Run("New-PcKey P0 TDES_2KEY -Exportable | Export-PcKey -WrappingKeyCertificate hello -CertificateAuthority $authority "
            + "-WrappingSpec RSA_OAEP_SHA_256").Error();

        Assert.Equal("PcKeyBlockCertificateMalformed", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("receiver's certificate", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("path of a file", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_exports_nothing_and_writes_no_file()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("key.tr31"));

        Assert.Empty(session.Run("New-PcKey P0 AES_128 -Exportable | Export-PcKey -WrappingKeyIdentifier $aesKek -OutFile $file -WhatIf -Force").Succeed());
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Of_several_keys_one_that_is_not_exportable_is_an_error_of_its_own()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run("$keys = (New-PcKey P0 AES_128 -Exportable), (New-PcKey P0 AES_128), (New-PcKey P0 AES_128 -Exportable)").Succeed();

        Outcome outcome = session.Run("$keys | Export-PcKey -WrappingKeyIdentifier $aesKek");

        Assert.Equal(2, outcome.Output.Count);
        Expect.Error(outcome.Error(), "PcValidation", ErrorCategory.InvalidArgument, session.Run("$keys[1].KeyArn").Text());
    }

    [Theory]
    [InlineData("-ModeOfUse B")]
    [InlineData("-KeySerialNumber FFFF9876543210E00000")]
    public void What_would_widen_the_key_or_is_not_for_it_is_refused(string arguments)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        ErrorRecord error =
            session.Run($"$key = New-PcKey C0 TDES_2KEY -ModesOfUse V -Exportable; Export-PcKey $key -WrappingKeyIdentifier $aesKek {arguments}").Error();

        Expect.Error(error, "PcValidation", ErrorCategory.InvalidArgument, session.Run("$key.KeyArn").Text());
    }

    [Fact]
    public void The_views_show_a_TR31_block_whole_and_the_check_value_with_its_method()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys(width: 200);
        session.Run("$wrapped = New-PcKey P0 AES_128 -Exportable | Export-PcKey -WrappingKeyIdentifier $aesKek").Succeed();

        string list = session.Render("$wrapped");

        Assert.Contains(session.Run("$wrapped.KeyMaterial").Text(), list, StringComparison.Ordinal);
        Assert.Contains(session.Run("$wrapped.KeyCheckValue").Text() + " (CMAC)", list, StringComparison.Ordinal);
        Assert.DoesNotContain("KeySerialNumber", list, StringComparison.Ordinal);
    }
}

using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.ModuleTests.Keys;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class ImportPcKeyTests
{
    [Fact]
    public void A_TR34_token_for_an_import_token_is_imported_from_the_pipeline()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        PSObject key = session.Run(
            """
            $clear = New-ClearKey TDES_2KEY
            Get-PcImportParameters TR34_KEY_BLOCK RSA_3072 |
                New-PcTr34KeyBlock -Key $clear -SigningKey $kdh -Usage K0 |
                Import-PcKey -CertificateAuthority $authority -Tag @{ env = 'test' } -Disabled
            """).Single();

        Assert.Equal("PaymentCrypto.Key", key.TypeNames[0]);
        Assert.Equal("TR31_K0_KEY_ENCRYPTION_KEY", key.Value("KeyUsage"));
        Assert.Equal("TDES_2KEY", key.Value("KeyAlgorithm"));
        Assert.Equal("EXTERNAL", key.Value("KeyOrigin"));
        Assert.Equal(false, key.Value("Enabled"));
        Assert.Equal(session.Run("$clear.KeyCheckValue").Text(), key.Value("KeyCheckValue"));
        session.Set("key", key);
        Assert.Equal("test", session.Run("(Get-PcKeyTag $key).env").Text());
    }

    [Fact]
    public void A_TR34_token_for_a_certificate_of_ones_own_authority_is_imported()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Set("own", Certify(session.Run("$request.Pem").Text()));

        PSObject key = session.Run(
            """
            $clear = New-ClearKey TDES_2KEY
            New-PcTr34KeyBlock $own -SigningKey $kdh -Key $clear -Usage P0 -OnePass |
                Import-PcKey -CertificateAuthority $authority -WrappingKeyIdentifier $pair
            """).Single();

        Assert.Equal(session.Run("$clear.KeyCheckValue").Text(), key.Value("KeyCheckValue"));
    }

    [Theory]
    [InlineData("-WrappedKeyBlock $block.WrappedKeyBlock")]
    [InlineData("-Path $file")]
    [InlineData("$file")]
    [InlineData("-Tr31KeyBlock_WrappedKeyBlock $block.WrappedKeyBlock")]
    public void A_TR31_block_is_imported_as_text_and_from_a_file(string block)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("pek.tr31"));
        session.Run("$clear = New-ClearKey TDES_2KEY; $block = New-PcTr31KeyBlock $aes -Key $clear -Usage P0; New-PcTr31KeyBlock $aes -Key $clear -Usage P0 "
            + "-OutFile $file").Succeed();

        PSObject key = session.Run($"Import-PcKey {block} -WrappingKeyIdentifier $aesKek").Single();

        Assert.Equal("TR31_P0_PIN_ENCRYPTION_KEY", key.Value("KeyUsage"));
        Assert.Equal(session.Run("$clear.KeyCheckValue").Text(), key.Value("KeyCheckValue"));
    }

    [Fact]
    public void Of_three_TR31_blocks_in_the_pipeline_a_damaged_one_does_not_keep_the_others_from_being_imported()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run("$blocks = 1..3 | ForEach-Object { New-PcTr31KeyBlock $aes -Key (New-ClearKey AES_128) -Usage D0 }").Succeed();
        session.Run("$text = $blocks[1].WrappedKeyBlock; $blocks[1].WrappedKeyBlock = $text.Substring(0, $text.Length - 1) + ($text[-1] -eq '0' ? '1' : "
            + "'0')").Succeed();
        int before = session.Count("Get-PcKey -Summary");

        Outcome outcome = session.Run("$blocks | Import-PcKey -WrappingKeyIdentifier $aesKek");

        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal(session.Texts("$blocks[0, 2].KeyCheckValue"), outcome.Output.Select(key => (string)key.Value("KeyCheckValue")!));
        string header = session.Run("$blocks[1].WrappedKeyBlock.Substring(0, 16)").Text();
        Expect.Error(outcome.Error(), "PcValidation", ErrorCategory.InvalidArgument, "TR-31 block " + header);
        Assert.DoesNotContain(session.Run("$text.Substring(32, 16)").Text(), outcome.Error().ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before + 2, session.Count("Get-PcKey -Summary"));
    }

    [Fact]
    public void Blocks_come_from_lines_of_text_and_from_files()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        using var folder = new TemporaryDirectory();
        session.Set("folder", folder.Path);
        session.Run("1..2 | ForEach-Object { New-PcTr31KeyBlock $tdes -Key (New-ClearKey TDES_2KEY) -Usage M3 -OutFile ([System.IO.Path]::Combine($folder, "
            + "\"$_.tr31\")) }").Succeed();

        Assert.Equal(2, session.Count("[System.IO.DirectoryInfo]::new($folder).GetFiles() | Import-PcKey -WrappingKeyIdentifier $tdesKek"));
        Assert.Equal(2, session.Count(
            "[System.IO.Directory]::GetFiles($folder) | ForEach-Object { [System.IO.File]::ReadAllLines($_) } | Import-PcKey -WrappingKeyIdentifier $tdesKek"));
    }

    [Fact]
    public void A_key_cryptogram_is_imported_with_what_is_said_about_it()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        PSObject key = session.Run(
            """
            $clear = New-ClearKey TDES_3KEY
            $cryptogram = $parameters | New-PcKeyCryptogram -Key $clear -WrappingSpec RSA_OAEP_SHA_512
            $cryptogram.WrappedKeyCryptogram = $cryptogram.WrappedKeyCryptogram.ToLowerInvariant()
            $cryptogram | Import-PcKey -Usage c0 -ModesOfUse V
            """).Single();

        Assert.Equal("TR31_C0_CARD_VERIFICATION_KEY", key.Value("KeyUsage"));
        Assert.Equal(["Verify"], (string[])key.Value("KeyModesOfUse")!);
        Assert.Equal(false, key.Value("Exportable"));
        Assert.Equal(true, key.Value("Enabled"));
        Assert.Equal(session.Run("$clear.KeyCheckValue").Text(), key.Value("KeyCheckValue"));
    }

    [Theory]
    [InlineData("PIN_ENCRYPTION_KEY_VARIANT_28", "P0")]
    [InlineData("data_encryption_key_variant_22", "D0")]
    public void An_AS2805_cryptogram_is_exported_and_imported_under_the_variant(string variant, string usage)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Set("variant", variant);
        session.Set("usage", usage);

        PSObject key = session.Run(
            """
            $sent = New-PcKey $usage TDES_2KEY -Exportable
            $wrapped = Export-PcKey $sent -WrappingKeyIdentifier $tdesKek -As2805KeyVariant $variant
            Import-PcKey -WrappedKeyCryptogram $wrapped.KeyMaterial -WrappingKeyIdentifier $tdesKek -As2805KeyVariant $variant -Algorithm tdes_2key
            """).Single();

        Assert.StartsWith($"TR31_{usage}_", (string)key.Value("KeyUsage")!, StringComparison.Ordinal);
        Assert.Equal(session.Run("$sent.KeyCheckValue").Text(), key.Value("KeyCheckValue"));
        Assert.Equal(32, session.Run("$wrapped.KeyMaterial").Text().Length);
    }

    [Fact]
    public void A_block_under_a_key_from_ECDH_brings_how_it_was_derived()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        PSObject key = session.Run(
            """
            $ours = New-PcKey K3 ECC_NIST_P256
            $theirs = New-PcKeyExchangeCertificate ECC_NIST_P256 KeyAgreement
            $eccAuthority = Import-PcKey -RootCertificate $theirs.CertificateAuthority
            $agreed = $ours | Get-PcPublicKeyCertificate | New-PcEcdhKey $theirs -Algorithm AES_128 -KeyDerivationFunction ANSI_X963 -KeyDerivationHashAlgorithm SHA_512
            $clear = New-ClearKey AES_128
            New-PcTr31KeyBlock $agreed -Key $clear -Usage D0 | Import-PcKey -PrivateKeyIdentifier $ours -CertificateAuthority $eccAuthority
            """).Single();

        Assert.Equal(session.Run("$clear.KeyCheckValue").Text(), key.Value("KeyCheckValue"));
    }

    [Theory]
    [InlineData("$kdh.CertificateAuthority")]
    [InlineData("$kdh.CertificateAuthority.Certificate")]
    [InlineData("$kdh.CertificateAuthority.Pem")]
    [InlineData("$kdh.CertificateAuthority.PublicKeyCertificate")]
    [InlineData("$file")]
    public void Certificates_are_taken_in_every_form(string certificate)
    {
        using ModuleSession session = KeySession.New();
        using var folder = new TemporaryDirectory();
        session.Set("file", folder.Combine("root.pem"));
        session.Run("$kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh; [System.IO.File]::WriteAllText($file, $kdh.CertificateAuthority.Pem)").Succeed();

        PSObject root = session.Run($"$root = Import-PcKey -RootCertificate {certificate}; $root").Single();
        PSObject leaf = session.Run("Import-PcKey -TrustedCertificate $kdh -CertificateAuthority $root").Single();

        Assert.Equal("PUBLIC_KEY", root.Value("KeyClass"));
        Assert.Equal("RSA_2048", root.Value("KeyAlgorithm"));
        Assert.Equal(["Verify"], (string[])root.Value("KeyModesOfUse")!);
        Assert.Equal(session.Run("$kdh.CertificateAuthority.KeyCheckValue").Text(), root.Value("KeyCheckValue"));
        Assert.Equal(session.Run("$kdh.KeyCheckValue").Text(), leaf.Value("KeyCheckValue"));
    }

    private static X509Certificate2 Certify(string request)
    {
        // The engine matches the certificate to the key pair; who issued it is the user's affair.
        using var key = RSA.Create(3072);
        var issuer = new X500DistinguishedName("CN=Own CA");
        var asked = CertificateRequest.LoadSigningRequestPem(
            request, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.Default, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return asked.Create(
            issuer,
            X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1),
            now.AddDays(-1),
            now.AddDays(30),
            [0x4B, 0x52, 0x44, 0x01]);
    }
}

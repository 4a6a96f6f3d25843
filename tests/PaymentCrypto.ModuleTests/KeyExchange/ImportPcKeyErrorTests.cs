using System.Management.Automation;
using PaymentCrypto.ModuleTests.Keys;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class ImportPcKeyErrorTests
{
    [Fact]
    public void A_key_with_another_check_value_is_disabled_and_not_returned()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();

        Outcome outcome = session.Run(
            "New-PcTr31KeyBlock $aes -Key (New-ClearKey AES_128) -Usage D0 | Import-PcKey -WrappingKeyIdentifier $aesKek -ExpectedKeyCheckValue 000000");

        Assert.Empty(outcome.Output);
        Assert.Equal("PcKeyCheckValueMismatch", outcome.Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.InvalidData, outcome.Error().CategoryInfo.Category);
        PSObject kept = session.Run("Get-PcKey -Usage D0").Single();
        Assert.Equal(false, kept.Value("Enabled"));
        Assert.Contains((string)kept.Value("KeyArn")!, outcome.Error().ToString(), StringComparison.Ordinal);
        Assert.Contains((string)kept.Value("KeyCheckValue")!, outcome.Error().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$block | Import-PcKey -WrappingKeyIdentifier $aesKek -KCV XYZ", "PcKeyInputForm", ErrorCategory.InvalidArgument)]
    [InlineData("$block | Import-PcKey -WrappingKeyIdentifier $aesKek -Enabled -Disabled", "PcKeyInputConflict", ErrorCategory.InvalidArgument)]
    [InlineData("$block | Import-PcKey -WrappingKeyIdentifier alias/none", "PcResourceNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("$block | Import-PcKey -WrappingKeyIdentifier $tdesKek", "PcValidation", ErrorCategory.InvalidArgument)]
    [InlineData("Import-PcKey ./no-such-file.tr31 -WrappingKeyIdentifier $aesKek", "PcKeyInputFileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Import-PcKey -WrappedKeyCryptogram XX -ImportToken $parameters -Usage D0 -Algorithm AES_128", "PcKeyInputForm", ErrorCategory.InvalidArgument)]
    [InlineData("$token | Import-PcKey -CertificateAuthority $aesKek", "PcValidation", ErrorCategory.InvalidArgument)]
    [InlineData("$token.ImportToken = ''; $token | Import-PcKey -CertificateAuthority $authority", "PcKeyInputMissing", ErrorCategory.InvalidArgument)]
    [InlineData("$token.SigningKeyCertificate = $null; $token | Import-PcKey -CertificateAuthority $authority", "PcKeyInputCertificateMissing",
        ErrorCategory.InvalidArgument)]
    [InlineData("$token.RandomNonce = '0011223344556677'; $token | Import-PcKey -CertificateAuthority $authority", "PcValidation",
        ErrorCategory.InvalidArgument)]
    [InlineData("Import-PcKey -RootCertificate $kdh", "PcValidation", ErrorCategory.InvalidArgument)]
    [InlineData("Import-PcKey -RootCertificate ./none.pem", "PcKeyInputFileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Import-PcKey -TrustedCertificate $stranger -CertificateAuthority $authority", "PcValidation", ErrorCategory.InvalidArgument)]
    public void What_cannot_be_imported_is_an_error_with_its_own_id_and_nothing_is_kept(string script, string id, ErrorCategory category)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run(
            """
            $block = New-PcTr31KeyBlock $aes -Key (New-ClearKey AES_128) -Usage D0
            $token = Get-PcImportParameters TR34_KEY_BLOCK RSA_3072 | New-PcTr34KeyBlock -Key (New-ClearKey TDES_2KEY) -SigningKey $kdh -Usage K0
            """).Succeed();
        int before = session.Count("Get-PcKey -Summary");

        Outcome outcome = session.Run(script);

        ErrorRecord error = outcome.Error();
        Assert.Empty(outcome.Output);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.IsType<string>(error.TargetObject);
        Assert.Equal(before, session.Count("Get-PcKey -Summary"));
    }

    [Theory]
    [InlineData("Import-PcKey $text", "-WrappingKeyIdentifier", "-PrivateKeyIdentifier")]
    [InlineData("$text | Import-PcKey", "-WrappingKeyIdentifier", "-PrivateKeyIdentifier")]
    [InlineData("$text | Import-PcKey -CertificateAuthority $authority", "-WrappingKeyIdentifier", "-PrivateKeyIdentifier")]
    [InlineData("Import-PcKey $text -ImportToken $parameters", "-WrappingKeyIdentifier", "-PrivateKeyIdentifier")]
    [InlineData("$block | Import-PcKey", "-WrappingKeyIdentifier", "-PrivateKeyIdentifier")]
    [InlineData("Import-PcKey 3080", "-ImportToken", "-SigningKeyCertificate", "-CertificateAuthorityPublicKeyIdentifier")]
    [InlineData("'3080' | Import-PcKey", "-ImportToken", "-SigningKeyCertificate", "-CertificateAuthorityPublicKeyIdentifier")]
    [InlineData("Import-PcKey 3080 -ImportToken $parameters", "-SigningKeyCertificate", "-CertificateAuthorityPublicKeyIdentifier")]
    [InlineData("$token | Import-PcKey", "-CertificateAuthorityPublicKeyIdentifier")]
    public void What_is_missing_for_a_block_is_named_by_what_the_block_is(string script, params string[] parameters)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run(
            """
            $block = New-PcTr31KeyBlock $aes -Key (New-ClearKey AES_128) -Usage D0
            $text = $block.WrappedKeyBlock
            $token = Get-PcImportParameters TR34_KEY_BLOCK RSA_3072 | New-PcTr34KeyBlock -Key (New-ClearKey TDES_2KEY) -SigningKey $kdh -Usage K0
            """).Succeed();

        Outcome outcome = session.Run(script);

        ErrorRecord error = outcome.Error();
        Assert.Empty(outcome.Output);
        Assert.Equal("PcKeyInputMissing", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.All(parameters, parameter => Assert.Contains(parameter, error.Exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_clear_key_in_place_of_a_block_does_not_show_in_the_error()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        const string clear = "8F3A2C45D10E9B7618273645A5B6C7D8";
        session.Set("clear", clear);

        ErrorRecord error = session.Run("Import-PcKey -WrappedKeyBlock $clear -WrappingKeyIdentifier $aesKek").Error();

        Assert.Equal("TR-31 block", error.TargetObject);
        Assert.DoesNotContain(clear[..8], error + error.Exception.ToString() + error.ErrorDetails, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_imports_nothing_even_with_Force()
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        int before = session.Count("Get-PcKey -Summary");

        Assert.Empty(session.Run(
            "New-PcTr31KeyBlock $aes -Key (New-ClearKey AES_128) -Usage D0 | Import-PcKey -WrappingKeyIdentifier $aesKek -WhatIf -Force").Succeed());

        Assert.Equal(before, session.Count("Get-PcKey -Summary"));
    }

    [Fact]
    public void Each_format_is_a_parameter_set()
    {
        using var session = new ModuleSession();

        Assert.Equal(
            ["As2805", "Ecdh", "KeyCryptogram", "RootCertificate", "Tr31", "Tr34", "Tr34OwnKey", "TrustedCertificate"],
            session.Texts("(Get-Command Import-PcKey).ParameterSets.Name").Order(StringComparer.Ordinal));
        Assert.Equal(
            ["As2805", "Ecdh", "KeyCryptogram", "Tr31", "Tr34", "Tr34OwnKey"],
            session.Texts("(Get-Command Export-PcKey).ParameterSets.Name").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Import-PcKey x -WrappingKeyIdentifier ", "alias/kek")]
    [InlineData("Import-PcKey x -CertificateAuthorityPublicKeyIdentifier ", "alias/root")]
    [InlineData("Import-PcKey x -PrivateKeyIdentifier ", "alias/agree")]
    [InlineData("Export-PcKey x -SigningKeyIdentifier ", "alias/sign")]
    public void Tab_offers_the_keys_that_a_parameter_is_for(string line, string expected)
    {
        using ModuleSession session = ExchangeSession.WithKeyEncryptionKeys();
        session.Run(
            """
            $null = New-PcKey K0 AES_128 -Alias kek; $null = New-PcKey K3 ECC_NIST_P256 -Alias agree; $null = New-PcKey S0 RSA_2048 -Alias sign; $null = New-PcKey P0 AES_128 -Alias pek
            New-PcKeyAlias alias/root -KeyArn (Import-PcKey -RootCertificate $stranger.CertificateAuthority)
            """).Succeed();

        Assert.Equal([expected],
            session.Complete(line).Select(offer => offer.CompletionText).Where(text => text.StartsWith("alias/", StringComparison.Ordinal)));
    }
}

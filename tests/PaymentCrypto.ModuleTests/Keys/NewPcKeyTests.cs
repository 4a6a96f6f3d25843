using System.Management.Automation;
using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class NewPcKeyTests
{
    [Fact]
    public void A_key_is_described_under_the_services_names_and_is_not_exportable_unless_asked_for()
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run("New-PcKey -Usage TR31_P0_PIN_ENCRYPTION_KEY -Algorithm AES_128").Single();

        Assert.Equal("PaymentCrypto.Key", key.TypeNames[0]);
        Assert.Matches(@"^arn:aws:payment-cryptography:us-east-1:111122223333:key/[a-z2-7]{16}$", (string)key.Value("KeyArn")!);
        Assert.Equal(((string)key.Value("KeyArn")!)[^16..], key.Value("KeyId"));
        Assert.Equal("TR31_P0_PIN_ENCRYPTION_KEY", key.Value("KeyUsage"));
        Assert.Equal("AES_128", key.Value("KeyAlgorithm"));
        Assert.Equal("SYMMETRIC_KEY", key.Value("KeyClass"));
        Assert.Equal("CREATE_COMPLETE", key.Value("KeyState"));
        Assert.Equal("AWS_PAYMENT_CRYPTOGRAPHY", key.Value("KeyOrigin"));
        Assert.Equal("CMAC", key.Value("KeyCheckValueAlgorithm"));
        Assert.Matches("^[0-9A-F]{6}$", (string)key.Value("KeyCheckValue")!);
        Assert.Equal(["Encrypt", "Decrypt", "Wrap", "Unwrap"], (string[])key.Value("KeyModesOfUse")!);
        Assert.Equal(false, key.Value("Exportable"));
        Assert.Equal(true, key.Value("Enabled"));
        Assert.Equal(DateTimeKind.Utc, ((DateTime)key.Value("CreateTimestamp")!).Kind);
        Assert.Equal("Local", key.Value("Provider"));
    }

    // The documentation's own table of usages, algorithms and modes: the widest of each purpose.
    [Theory]
    [InlineData("B0", "AES_256", "DeriveKey", "SYMMETRIC_KEY", "CMAC")]
    [InlineData("C0", "TDES_2KEY", "Generate,Verify", "SYMMETRIC_KEY", "ANSI_X9_24")]
    [InlineData("D0", "AES_192", "Encrypt,Decrypt,Wrap,Unwrap", "SYMMETRIC_KEY", "CMAC")]
    [InlineData("E0", "TDES_2KEY", "DeriveKey", "SYMMETRIC_KEY", "ANSI_X9_24")]
    [InlineData("K0", "TDES_3KEY", "Encrypt,Decrypt,Wrap,Unwrap", "SYMMETRIC_KEY", "ANSI_X9_24")]
    [InlineData("K1", "AES_128", "Encrypt,Decrypt,Wrap,Unwrap", "SYMMETRIC_KEY", "CMAC")]
    [InlineData("M3", "TDES_2KEY", "Generate,Verify", "SYMMETRIC_KEY", "ANSI_X9_24")]
    [InlineData("M7", "HMAC_SHA256", "Generate,Verify", "SYMMETRIC_KEY", "HMAC")]
    [InlineData("V2", "TDES_2KEY", "Generate,Verify", "SYMMETRIC_KEY", "ANSI_X9_24")]
    [InlineData("K3", "ECC_NIST_P256", "DeriveKey", "ASYMMETRIC_KEY_PAIR", "SHA_1")]
    public void Mode_of_use_and_class_follow_from_usage_and_algorithm(string usage, string algorithm, string modes, string keyClass, string checkValueAlgorithm)
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run($"New-PcKey {usage} {algorithm}").Single();

        Assert.Equal(modes.Split(','), (string[])key.Value("KeyModesOfUse")!);
        Assert.Equal(keyClass, key.Value("KeyClass"));
        Assert.Equal(checkValueAlgorithm, key.Value("KeyCheckValueAlgorithm"));
        Assert.StartsWith($"TR31_{usage}_", (string)key.Value("KeyUsage")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ModesOfUse N", "NoRestrictions")]
    [InlineData("-ModesOfUse e", "Encrypt,Wrap")]
    [InlineData("-ModesOfUse Decrypt, Unwrap", "Decrypt,Unwrap")]
    [InlineData("-KeyModesOfUse encrypt,decrypt,wrap,unwrap", "Encrypt,Decrypt,Wrap,Unwrap")]
    public void Modes_of_use_are_names_or_a_letter_of_TR31(string argument, string modes)
    {
        using ModuleSession session = KeySession.New();

        Assert.Equal(modes.Split(','), (string[])session.Run($"New-PcKey D0 AES_128 {argument}").Single().Value("KeyModesOfUse")!);
    }

    [Fact]
    public void The_names_of_AWS_Tools_and_any_case_are_understood()
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run(
            """
            New-PcKey -KeyAttributes_KeyUsage tr31_k0_key_encryption_key -KeyAttributes_KeyAlgorithm tdes_2key -KeyAttributes_KeyClass symmetric_key `
                -Exportable -KeyCheckValueAlgorithm ansi_x9_24 -Tag @{ Key = 'env'; Value = 'test' }
            """).Single();

        Assert.Equal("TR31_K0_KEY_ENCRYPTION_KEY", key.Value("KeyUsage"));
        Assert.Equal(true, key.Value("Exportable"));
        session.Set("key", key);
        Assert.Equal("test", session.Run("(Get-PcKeyTag $key)['env']").Text());
    }

    [Fact]
    public void A_disabled_key_says_so_and_a_restricted_one_for_what()
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run("New-PcKey K3 ECC_NIST_P384 -Disabled -DeriveKeyUsage K1").Single();

        Assert.Equal(false, key.Value("Enabled"));
        Assert.Equal("TR31_K1_KEY_BLOCK_PROTECTION_KEY", key.Value("DeriveKeyUsage"));
    }

    [Theory]
    [InlineData("New-PcKey P9 AES_128", "PcMemberInvalid", "P9", "P9")]
    [InlineData("New-PcKey P0 AES_129", "PcMemberInvalid", "P0", "AES_129")]
    [InlineData("New-PcKey M1 AES_128", "PcValidation", "M1", "AES_128")]
    [InlineData("New-PcKey P0 AES_128 -ModesOfUse G", "PcValidation", "P0", "TR31_P0_PIN_ENCRYPTION_KEY")]
    [InlineData("New-PcKey P0 AES_128 -Class ASYMMETRIC_KEY_PAIR", "PcValidation", "P0", "ASYMMETRIC_KEY_PAIR")]
    [InlineData("New-PcKey P0 AES_128 -DeriveKeyUsage K1", "PcValidation", "P0", "DeriveKeyUsage")]
    public void A_combination_that_the_service_does_not_have_is_refused_in_its_own_terms(string script, string id, string target, string mentions)
    {
        using ModuleSession session = KeySession.New();

        Outcome outcome = session.Run($"{script}; 'went on'");

        Expect.Error(outcome.Error(), id, ErrorCategory.InvalidArgument, target);
        Assert.Contains(mentions, outcome.Error().ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("went on", Assert.Single(outcome.Output).BaseObject);
        Assert.Equal(0, session.Count("Get-PcKey"));
    }

    [Fact]
    public void A_mode_that_there_is_not_is_refused_with_those_that_there_are()
    {
        using ModuleSession session = KeySession.New();

        ErrorRecord error = session.Caught("New-PcKey P0 AES_128 -ModesOfUse Shred");

        Assert.StartsWith("ParameterArgumentValidationError", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("NoRestrictions", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_makes_nothing_also_with_Force()
    {
        using ModuleSession session = KeySession.New();

        session.Run("New-PcKey P0 AES_128 -Alias alias/pin -WhatIf; New-PcKey P0 AES_128 -Force -WhatIf; $WhatIfPreference = $true; New-PcKey P0 AES_128 "
            + "-Force").Succeed();

        Assert.Equal(0, session.Count("Get-PcKey"));
        Assert.Equal(0, session.Count("Get-PcKeyAlias"));
    }

    [Fact]
    public void An_alias_is_made_with_the_key()
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run("New-PcKey P0 AES_128 -Alias pin/terminal").Single();

        Assert.Equal(["alias/pin/terminal"], (string[])key.Value("Aliases")!);
        Assert.Equal(key.Value("KeyArn"), session.Run("(Get-PcKey alias/pin/terminal).KeyArn").Text());
    }

    // The service knows no key with an alias: on AWS it takes three requests, of which the local engine makes one transaction.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void There_is_no_key_without_its_alias_and_no_alias_without_its_key(bool onAws)
    {
        using var pair = new EndpointSession(store: null);
        ModuleSession session = onAws ? pair.Connect().Client : pair.Server;
        session.Run("New-PcKeyAlias alias/taken").Succeed();

        Expect.Error(session.Run("New-PcKey P0 AES_128 -Alias alias/taken").Error(), "PcConflict", ErrorCategory.ResourceExists, "alias/taken");
        Expect.Error(session.Run("New-PcKey M1 AES_128 -Alias alias/free").Error(), "PcValidation", ErrorCategory.InvalidArgument, "alias/free");

        Assert.Equal(0, session.Count("Get-PcKey"));
        Assert.Equal(["alias/taken"], session.Texts("(Get-PcKeyAlias).AliasName"));
        session.Run("New-PcKey P0 AES_128 -Alias alias/free").Single();
        Assert.Equal(1, session.Count("Get-PcKeyAlias | Where-Object KeyArn"));
    }

    [Fact]
    public void Stopping_while_the_key_is_made_on_AWS_gives_the_alias_back()
    {
        using var pair = new EndpointSession(store: null);
        using var observer = new ModuleSession();
        observer.Set("provider", pair.Server.Run("Get-PcProvider").Single());
        using PowerShell shell = pair.Connect().Client.NewShell("New-PcKey S0 RSA_4096 -Alias alias/half");

        IAsyncResult running = shell.BeginInvoke();
        while (observer.Count("Get-PcKeyAlias -Provider $provider") == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        shell.Stop();

        // Either it was too late to stop, and then the alias has its key, or there is none.
        Assert.Empty(observer.Run("Get-PcKeyAlias -Provider $provider | Where-Object { -not $_.KeyArn }").Succeed());
        Assert.True(running.IsCompleted);
    }

    [Fact]
    public void A_plan_of_keys_is_carried_out_line_by_line_and_one_bad_line_does_not_stop_it()
    {
        using ModuleSession session = KeySession.New();

        // What Import-Csv would return: every value a string, and empty ones for what was left out.
        Outcome outcome = session.Run(
            """
            [pscustomobject]@{ Usage = 'P0'; Algorithm = 'AES_128'; Alias = 'alias/one'; ModesOfUse = 'B' },
            [pscustomobject]@{ Usage = 'C0'; Algorithm = 'RSA_2048'; Alias = 'alias/two'; DeriveKeyUsage = '' },
            [pscustomobject]@{ Usage = 'V2'; Algorithm = 'TDES_2KEY'; Alias = ''; KeyCheckValueAlgorithm = '' } | New-PcKey
            """);

        Expect.Error(outcome.Error(), "PcValidation", ErrorCategory.InvalidArgument, "alias/two");
        Assert.Equal(["TR31_P0_PIN_ENCRYPTION_KEY", "TR31_V2_VISA_PIN_VERIFICATION_KEY"], outcome.Output.Select(key => (string)key.Value("KeyUsage")!));
        Assert.Equal(["alias/one"], session.Texts("Get-PcKeyAlias"));
    }

    [Fact]
    public void A_key_piped_in_makes_another_like_it()
    {
        using ModuleSession session = KeySession.New();

        IReadOnlyList<PSObject> keys = session.Run("$old = New-PcKey D0 AES_256 -ModesOfUse E -Exportable; $old; $old | New-PcKey").Succeed();

        Assert.NotEqual(keys[0].Value("KeyArn"), keys[1].Value("KeyArn"));
        Assert.Equal((string[])keys[0].Value("KeyModesOfUse")!, (string[])keys[1].Value("KeyModesOfUse")!);
        Assert.Equal(true, keys[1].Value("Exportable"));
    }

    [Fact]
    public void Nothing_that_is_told_or_returned_has_key_material()
    {
        using ModuleSession session = KeySession.New();

        Outcome outcome = session.Run("New-PcKey P0 AES_256 -Exportable -Verbose -Debug");

        // 32 bytes would be 64 hex digits or 44 of base64.
        string everything = string.Join('\n', [.. outcome.Told, PSSerializer.Serialize(outcome.Single(), 5)]);
        Assert.Contains("CreateKey", everything, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("[0-9A-Fa-f]{32}|[A-Za-z0-9+/]{40}"), everything);
    }

    [Fact]
    public void The_quota_of_keys_is_the_services_own_error()
    {
        using ModuleSession session = KeySession.New();

        // The default quota of an account and region.
        Outcome outcome = session.Run("& { foreach ($i in 1..2001) { [pscustomobject]@{ Usage = 'P0' } } } | New-PcKey -Algorithm TDES_2KEY | Out-Null");

        Expect.Error(outcome.Error(), "PcServiceQuotaExceeded", ErrorCategory.LimitsExceeded, "P0");
        Assert.Equal(2000, session.Count("Get-PcKey -Summary"));
    }
}

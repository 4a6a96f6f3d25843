using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class KeyStateTests
{
    [Fact]
    public void A_key_is_disabled_and_enabled()
    {
        using ModuleSession session = KeySession.New();

        IReadOnlyList<PSObject> keys = session.Run(
            "$key = New-PcKey P0 AES_128; $key | Disable-PcKey -PassThru; $key | Disable-PcKey; Get-PcKey $key; Enable-PcKey $key.KeyId -PassThru").Succeed();

        Assert.Equal([false, false, true], keys.Select(key => (bool)key.Value("Enabled")!));
        Assert.NotNull(keys[0].Value("UsageStopTimestamp"));
        Assert.Null(keys[0].Value("UsageStartTimestamp"));
        Assert.NotNull(keys[2].Value("UsageStartTimestamp"));
    }

    [Fact]
    public void The_issues_own_pipeline_says_what_it_would_do_and_does_nothing()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$null = New-PcKey P0 AES_128; $null = New-PcKey P0 AES_128 -Disabled; $null = New-PcKey C0 TDES_2KEY").Succeed();

        string text = session.Render("Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey -WhatIf");

        Assert.Single(text.Split('\n'),
            line => line.StartsWith("What if: Performing the operation \"Disable the key\" on target \"arn:aws:", StringComparison.Ordinal));
        Assert.Equal(2, session.Count("Get-PcKey -Enabled"));
        session.Run("Get-PcKey -Usage TR31_P0* | Where-Object Enabled | Disable-PcKey").Succeed();
        Assert.Equal(1, session.Count("Get-PcKey -Enabled"));
    }

    [Theory]
    [InlineData("-Force", 7)]
    [InlineData("-Confirm:$false", 7)]
    [InlineData("-PendingWindowInDays 3 -Force", 3)]
    [InlineData("-DeleteKeyInDay 180 -Force", 180)]
    public void A_key_is_removed_after_its_waiting_period(string arguments, int days)
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run($"New-PcKey P0 AES_128 | Remove-PcKey {arguments} -PassThru").Single();

        Assert.Equal("DELETE_PENDING", key.Value("KeyState"));
        Assert.Equal(false, key.Value("Enabled"));
        Assert.Equal((DateTime)key.Value("UsageStopTimestamp")! + TimeSpan.FromDays(days), (DateTime)key.Value("DeletePendingTimestamp")!,
            TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_removed_key_is_restored_and_stays_disabled()
    {
        using ModuleSession session = KeySession.New();

        PSObject key = session.Run("$key = New-PcKey P0 AES_128; Remove-PcKey $key -Force; $key | Restore-PcKey -PassThru").Single();

        Assert.Equal("CREATE_COMPLETE", key.Value("KeyState"));
        Assert.Equal(false, key.Value("Enabled"));
        Assert.Null(key.Value("DeletePendingTimestamp"));
    }

    [Fact]
    public void A_removed_key_is_gone_when_its_time_comes_and_its_alias_stands_for_none()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Alias alias/pin; Remove-PcKey $key -PendingWindowInDays 3 -Force").Succeed();

        session.Run("Set-PcProvider -TimeOffset 3.00:00:01").Succeed();

        Assert.Equal("DELETE_COMPLETE", session.Run("(Get-PcKey -State DELETE_COMPLETE).KeyState").Text());
        Assert.Null(session.Run("Get-PcKeyAlias alias/pin").Single().Value("KeyArn"));
        Assert.StartsWith("PcValidation,", session.Run("Restore-PcKey $key").Error().FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Removal_asks_first()
    {
        using ModuleSession session = KeySession.New();

        // The host of these tests answers no question, so being asked is an error, and nothing happens.
        Outcome outcome = session.Run("$key = New-PcKey P0 AES_128; Remove-PcKey $key");

        Assert.NotNull(outcome.Terminating ?? Assert.Single(outcome.Errors));
        Assert.Equal("CREATE_COMPLETE", session.Run("(Get-PcKey).KeyState").Text());
    }

    [Fact]
    public void WhatIf_wins_over_Force_and_an_explicit_Confirm_does_too()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128").Succeed();

        session.Run("Remove-PcKey $key -Force -WhatIf; Disable-PcKey $key -WhatIf; & { $WhatIfPreference = $true; Remove-PcKey $key -Force }").Succeed();
        Outcome confirm = session.Run("Disable-PcKey $key -Force -Confirm");

        Assert.NotNull(confirm.Terminating ?? Assert.Single(confirm.Errors));
        Assert.Equal(1, session.Count("Get-PcKey -State CREATE_COMPLETE -Enabled"));
    }

    [Theory]
    [InlineData("Restore-PcKey $key", "PcValidation")]
    [InlineData("Remove-PcKey $key -Force; Remove-PcKey $key -Force", "PcValidation")]
    [InlineData("Remove-PcKey $key -Force; Enable-PcKey $key", "PcValidation")]
    [InlineData("Remove-PcKey $key -Force; Disable-PcKey $key", "PcValidation")]
    [InlineData("Remove-PcKey $key -PendingWindowInDays 2 -Force", "PcMemberInvalid")]
    [InlineData("Remove-PcKey $key -PendingWindowInDays 181 -Force", "PcMemberInvalid")]
    public void What_a_state_does_not_allow_is_refused(string script, string id)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128").Succeed();

        Expect.Error(session.Run(script).Error(), id, ErrorCategory.InvalidArgument, session.Run("$key.KeyArn").Text());
    }

    [Theory]
    [InlineData("Enable-PcKey alias/nobody")]
    [InlineData("Disable-PcKey alias/nobody")]
    [InlineData("Remove-PcKey alias/nobody -Force")]
    [InlineData("Restore-PcKey alias/nobody")]
    [InlineData("Add-PcKeyTag alias/nobody @{ a = '1' }")]
    [InlineData("Get-PcKeyTag alias/nobody")]
    [InlineData("Remove-PcKeyTag alias/nobody a -Force")]
    [InlineData("Get-PcPublicKeyCertificate alias/nobody")]
    [InlineData("New-PcCertificateSigningRequest alias/nobody -CommonName x")]
    [InlineData("Set-PcKeyPolicy alias/nobody '{}' -Force")]
    [InlineData("Get-PcKeyPolicy alias/nobody")]
    [InlineData("Remove-PcKeyPolicy alias/nobody -Force")]
    [InlineData("Add-PcKeyReplicationRegion alias/nobody eu-west-1")]
    [InlineData("Remove-PcKeyReplicationRegion alias/nobody eu-west-1 -Force")]
    public void A_key_that_there_is_not_is_an_error_of_its_own(string script)
    {
        using ModuleSession session = KeySession.New();

        Outcome outcome = session.Run($"{script}; 'went on'");

        Expect.Error(outcome.Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "alias/nobody");
        Assert.Equal("went on", Assert.Single(outcome.Output).BaseObject);
    }

    [Fact]
    public void One_bad_key_of_several_does_not_keep_the_others()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$one = New-PcKey P0 AES_128; $two = New-PcKey P0 AES_128").Succeed();

        Outcome outcome = session.Run("Disable-PcKey $one, alias/nobody, $two");

        Expect.Error(outcome.Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "alias/nobody");
        Assert.Equal(2, session.Count("Get-PcKey -Enabled:$false"));
    }

    [Fact]
    public void Changes_are_silent_unless_asked()
    {
        using ModuleSession session = KeySession.New();

        Assert.Empty(session.Run("$key = New-PcKey P0 AES_128; Disable-PcKey $key; Enable-PcKey $key; Remove-PcKey $key -Force; Restore-PcKey $key").Succeed());
    }
}

using System.Management.Automation;
using System.Security;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class PassphraseTests : IDisposable
{
    private const string First = "correct horse";
    private const string Second = "battery staple";

    private readonly TemporaryDirectory _home = new();
    private readonly ModuleSession _session = new();

    public PassphraseTests()
    {
        _session.Set("path", _home.Path);
        _session.Set("first", Secure(First));
        _session.Set("second", Secure(Second));
    }

    [Fact]
    public void A_wrong_or_missing_passphrase_fails_at_once_even_while_another_session_has_the_store_open()
    {
        _session.Run("Set-PcProvider -Path $path -Passphrase $first").Succeed();
        using var other = new ModuleSession();
        other.Set("path", _home.Path);
        other.Set("wrong", Secure(Second));
        other.Run("Set-PcProvider -InMemory").Succeed();

        Expect.Error(other.Caught("Set-PcProvider -Path $path -Passphrase $wrong"), "PcVaultPassphraseWrong", ErrorCategory.AuthenticationError, _home.Path);
        Expect.Error(other.Caught("Set-PcProvider -Path $path"), "PcVaultPassphraseRequired", ErrorCategory.AuthenticationError, _home.Path);
        Assert.Equal(true, other.Run("(Get-PcProvider).InMemory").Single().BaseObject);
    }

    [Fact]
    public void After_a_rotation_the_session_goes_on_and_only_the_new_passphrase_opens_the_store()
    {
        _session.Run("Set-PcProvider -Path $path -Passphrase $first").Succeed();

        PSObject key = _session.Run("Update-PcVaultMasterKey -NewPassphrase $second -Confirm:$false").Single();

        Assert.Equal("Passphrase", key.Properties["Protection"].Value);
        Assert.Matches("^[0-9a-fA-F]{32}$", (string)key.Properties["MasterKeyId"].Value);
        Assert.Equal("PcVaultPassphraseWrong", _session.Caught("Set-PcProvider -Path $path -Passphrase $first").FullyQualifiedErrorId.Split(',')[0]);
        _session.Run("Get-PcToken; Set-PcProvider -Region eu-west-1; Get-PcToken; Set-PcProvider -Path $path -Passphrase $second").Succeed();
    }

    [Fact]
    public void A_store_can_change_from_a_key_file_to_a_passphrase_and_back()
    {
        IReadOnlyList<PSObject> output = _session.Run(
            """
            Set-PcProvider -Path $path
            Update-PcVaultMasterKey -NewPassphrase $first -WhatIf
            (Get-PcProvider).Protection
            (Update-PcVaultMasterKey -NewPassphrase $first -Confirm:$false).Protection
            (Get-PcProvider).Protection
            (Update-PcVaultMasterKey -KeyFile -Confirm:$false).Protection
            Set-PcProvider -Path $path
            (Get-PcProvider).Protection
            """).Succeed();

        Assert.Equal(["KeyFile", "Passphrase", "Passphrase", "KeyFile", "KeyFile"], output.Select(value => value.BaseObject));
    }

    [Fact]
    public void A_store_in_memory_keeps_its_content_when_its_master_key_is_replaced()
    {
        IReadOnlyList<PSObject> output = _session.Run(
            "Set-PcProvider -InMemory; $null = Get-PcImportParameters; (Update-PcVaultMasterKey -KeyFile -Confirm:$false).Protection; "
                + "@(Get-PcToken).Count").Succeed();

        Assert.Equal(["Memory", 1], output.Select(value => value.BaseObject));
    }

    [Fact]
    public void An_empty_passphrase_is_refused()
    {
        _session.Set("empty", new SecureString());

        Assert.Equal("PcPassphraseEmpty", _session.Caught("Set-PcProvider -Path $path -Passphrase $empty").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void No_stream_ever_has_the_passphrase_in_it()
    {
        Outcome outcome = _session.Run(
            "Set-PcProvider -Path $path -Passphrase $first -PassThru -Verbose -Debug; Get-PcProvider -Verbose -Debug; Get-PcToken -Verbose -Debug");

        string everything = string.Join('\n', outcome.Told.Concat(outcome.Warnings)) + PSSerializer.Serialize(outcome.Output);
        Assert.Contains("Passphrase", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(First, everything, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _session.Dispose();
        _home.Dispose();
    }

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        Array.ForEach(text.ToCharArray(), secure.AppendChar);
        return secure;
    }
}

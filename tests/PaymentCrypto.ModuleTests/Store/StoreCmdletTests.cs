using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Store;

public sealed class StoreCmdletTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ModuleSession _session;

    public StoreCmdletTests()
    {
        _session = new ModuleSession(_directory.Combine("home"));
        _session.Set("backup", _directory.Combine("store.pcbackup"));
        _session.Set("other", _directory.Combine("other"));
        _session.Set("secret", Secure("a passphrase for the backup"));
        _session.Run("$null = New-PcKey P0 AES_128 -Alias alias/pin; $null = New-PcKey K0 AES_256").Succeed();
    }

    public void Dispose()
    {
        _session.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_store_is_checked_while_the_session_uses_it()
    {
        PSObject health = _session.Run("Test-PcStore").Single();

        Assert.Equal("PaymentCrypto.StoreHealth", health.TypeNames[0]);
        Assert.True((bool)health.Properties["Healthy"].Value);
        Assert.Equal(2L, health.Properties["Keys"].Value);
        Assert.Equal(2L, health.Properties["SecretsVerified"].Value);
        Assert.True((bool)_session.Run("Test-PcStore -Quiet").Single().BaseObject);
        Assert.True((bool)_session.Run("Get-PcProvider | Test-PcStore -Quiet -Quick").Single().BaseObject);
    }

    [Fact]
    public void What_is_wrong_is_an_object_and_no_error()
    {
        PSObject finding = _session.Run("(Test-PcStore -Path $other).Findings").Single();

        Assert.Equal("PcStoreMissing", finding.Properties["Id"].Value);
        Assert.Equal("Error", finding.Properties["Severity"].Value);
        Assert.False(Directory.Exists(_directory.Combine("other")));
        Assert.False((bool)_session.Run("Test-PcStore -Path $other -Quiet").Single().BaseObject);
        Assert.Equal("PcVaultPassphraseUnexpected", _session.Run("(Test-PcStore -Passphrase $secret).Findings.Id").Text());
    }

    [Fact]
    public void The_view_tells_the_condition_and_each_finding_with_its_remedy()
    {
        Assert.Matches(@"(?m)^Condition +: healthy *$", _session.Render("Test-PcStore"));
        Assert.Matches(@"(?m)^Vault +: opened; 2 sealed secrets authenticate *$", _session.Render("Test-PcStore"));

        string missing = _session.Render("Test-PcStore -Path $other");
        Assert.Matches(@"(?m)^Condition +: not healthy: one finding *$", missing);
        Assert.Contains("Error PcStoreMissing: There is no store in", missing, StringComparison.Ordinal);
        Assert.Contains("-> Check the path.", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_goes_down_the_pipeline_into_another_store()
    {
        PSObject restored = _session.Run("Backup-PcStore $backup -Passphrase $secret | Restore-PcStore -Path $other -Passphrase $secret").Single();

        Assert.Equal("Passphrase", restored.Properties["Protection"].Value);
        Assert.True((bool)_session.Run("Test-PcStore -Path $other -Passphrase $secret -Quiet").Single().BaseObject);
        Assert.True((bool)_session.Run("Test-PcStore -BackupFile $backup -Passphrase $secret -Quiet").Single().BaseObject);
        Assert.Equal(2, _session.Run("Set-PcProvider -Path $other -Passphrase $secret; Get-PcKey").Succeed().Count);
    }

    [Fact]
    public void The_session_goes_on_with_the_store_that_it_has_restored()
    {
        _session.Run("$null = Backup-PcStore $backup; $null = New-PcKey P0 AES_128 -Alias alias/later").Succeed();
        Assert.Equal("PcStoreExists", _session.Caught("Restore-PcStore $backup").FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(3, _session.Run("Get-PcKey").Succeed().Count);

        Assert.True((bool)_session.Run("Restore-PcStore $backup -Force").Single().Properties["Replaced"].Value);

        Assert.Equal(2, _session.Run("Get-PcKey").Succeed().Count);
    }

    [Fact]
    public void A_store_that_another_session_has_open_is_not_replaced()
    {
        using var second = new ModuleSession(_directory.Combine("home"));
        second.Run("$null = Get-PcKey").Succeed();
        _session.Run("$null = Backup-PcStore $backup").Succeed();
        using PowerShell restore = _session.NewShell("Restore-PcStore $backup -Force");

        // It waits for others to let go until it is told to stop.
        IAsyncResult running = restore.BeginInvoke();
        restore.Stop();
        Assert.True(running.IsCompleted);
        Assert.Equal(2, second.Run("Get-PcKey").Succeed().Count);
    }

    [Fact]
    public void What_if_writes_nothing_and_a_file_is_kept_without_force()
    {
        Assert.Empty(_session.Run("Backup-PcStore $backup -WhatIf").Succeed());
        Assert.False(File.Exists(_directory.Combine("store.pcbackup")));
        File.WriteAllText(_directory.Combine("store.pcbackup"), "mine");

        ErrorRecord error = _session.Caught("Backup-PcStore $backup");

        Expect.Error(error, "PcStoreBackupExists", ErrorCategory.ResourceExists, _directory.Combine("store.pcbackup"));
        Assert.Equal("mine", File.ReadAllText(_directory.Combine("store.pcbackup")));
        Assert.Equal("PcStoreBackupInvalid", _session.Run("(Test-PcStore -BackupFile $backup).Findings[0].Id").Text());
        Assert.Equal("PcStoreBackupInvalid", _session.Caught("Restore-PcStore $backup -Path $other").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void The_key_file_goes_into_a_backup_only_with_a_warning()
    {
        Outcome outcome = _session.Run("Backup-PcStore $backup -IncludeKeyFile");

        Assert.Contains("master key in it", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal("None", outcome.Single().Properties["Protection"].Value);
        Assert.Equal("PcStoreBackupKeyFile", _session.Caught("$null = Update-PcVaultMasterKey -NewPassphrase $secret -Confirm:$false; Backup-PcStore "
            + "$backup -IncludeKeyFile -Force").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void A_store_in_memory_has_nothing_to_look_after()
    {
        _session.Run("Set-PcProvider -InMemory").Succeed();

        foreach (string command in new[] { "Test-PcStore", "Backup-PcStore $backup", "Restore-PcStore $backup" })
        {
            Assert.Equal("PcStoreInMemory", _session.Caught(command).FullyQualifiedErrorId.Split(',')[0]);
        }
    }

    [Fact]
    public void No_passphrase_is_said_anywhere()
    {
        Outcome outcome = _session.Run(
            "$null = Backup-PcStore $backup -Passphrase $secret -Verbose -Debug; Test-PcStore -BackupFile $backup -Passphrase $secret -Verbose -Debug");

        Assert.DoesNotContain(outcome.Told.Concat(outcome.Warnings).Append(_session.Screen),
            text => text.Contains("a passphrase for the backup", StringComparison.Ordinal));
    }

    private static System.Security.SecureString Secure(string text)
    {
        var secure = new System.Security.SecureString();
        foreach (char character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }
}

using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ProviderTests(SharedStore store)
{
    [Fact]
    public void A_session_starts_on_the_local_engine_and_looking_makes_no_store()
    {
        using var session = new ModuleSession();

        PSObject provider = session.Run("Get-PcProvider").Single();

        Assert.Equal("Local", provider.Properties["Name"].Value);
        Assert.Equal(Path.Combine(Environment.GetEnvironmentVariable("PAYMENTCRYPTO_HOME")!, "store.db"), provider.Properties["Path"].Value);
        Assert.False(Directory.Exists(Environment.GetEnvironmentVariable("PAYMENTCRYPTO_HOME")));
    }

    [Fact]
    public void What_is_not_named_stays_and_choosing_a_store_starts_afresh()
    {
        using var session = new ModuleSession(store.Path);

        IReadOnlyList<PSObject> output = session.Run(
            """
            Set-PcProvider -Region eu-west-1 -AccountId 444455556666
            Set-PcProvider -TimeOffset 1.00:00:00 -PassThru
            Set-PcProvider -Path $store -PassThru
            """).Succeed();

        Assert.Equal(["eu-west-1", "444455556666"], [output[0].Properties["Region"].Value, output[0].Properties["AccountId"].Value]);
        Assert.Equal(Path.Combine(store.Path, "store.db"), output[0].Properties["Path"].Value);
        Assert.Equal(TimeSpan.FromDays(1), output[0].Properties["TimeOffset"].Value);
        Assert.Equal(["us-east-1", "111122223333"], [output[1].Properties["Region"].Value, output[1].Properties["AccountId"].Value]);
        Assert.Equal(TimeSpan.Zero, output[1].Properties["TimeOffset"].Value);
    }

    [Fact]
    public void WhatIf_changes_nothing_and_opens_nothing()
    {
        using var home = new TemporaryDirectory();
        using var session = new ModuleSession(store.Path);
        session.Set("path", home.Combine("new"));

        Assert.Empty(session.Run("Set-PcProvider -Path $path -PassThru -WhatIf").Succeed());

        Assert.False(Directory.Exists(home.Combine("new")));
        Assert.Equal(Path.Combine(store.Path, "store.db"), session.Run("(Get-PcProvider).Path").Text());
    }

    [Fact]
    public void A_relative_path_is_relative_to_the_location_of_the_session_and_wildcards_mean_nothing()
    {
        using var home = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Runspace.SessionStateProxy.Path.SetLocation(home.Path);

        session.Run("Set-PcProvider -Path 'a[1]'").Succeed();

        Assert.True(File.Exists(home.Combine("a[1]/store.db")));
    }

    [Fact]
    public void A_store_in_memory_belongs_to_its_session_and_its_clock_can_be_shifted()
    {
        using var session = new ModuleSession();

        IReadOnlyList<PSObject> output = session.Run(
            """
            Set-PcProvider -InMemory
            $token = (Get-PcImportParameters).ImportToken
            Set-PcProvider -TimeOffset 20.00:00:00
            (Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken -eq $token
            Set-PcProvider -TimeOffset 31.00:00:00
            (Get-PcToken $token).Expired
            Clear-PcExpiredToken
            @(Get-PcToken).Count
            """).Succeed();

        Assert.Equal([true, true, 0], output.Select(value => value.BaseObject));
    }

    [Fact]
    public void A_provider_object_works_in_other_runspaces_as_long_as_its_session_keeps_it()
    {
        using var session = new ModuleSession();
        using var other = new ModuleSession();
        PSObject provider = session.Run("Set-PcProvider -InMemory -PassThru").Single();
        string token = session.Run("(Get-PcImportParameters).ImportToken").Text();
        other.Set("provider", provider.BaseObject);

        Assert.Equal(token, other.Run("(Get-PcImportParameters -Provider $provider -ReuseLastGeneratedToken).ImportToken").Text());
        session.Run("Set-PcProvider -InMemory").Succeed();
        Assert.Equal("PcProviderGone", other.Caught("Get-PcToken -Provider $provider").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void Removing_the_module_closes_what_the_session_holds()
    {
        using var session = new ModuleSession();
        using var other = new ModuleSession();
        other.Set("provider", session.Run("Set-PcProvider -InMemory -PassThru").Single().BaseObject);
        other.Run("Get-PcToken -Provider $provider").Succeed();

        session.Run("Remove-Module PaymentCrypto").Succeed();

        Assert.Equal("PcProviderGone", other.Caught("Get-PcToken -Provider $provider").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public async Task The_environment_chooses_for_a_process()
    {
        using var home = new TemporaryDirectory();
        string script =
            """
            $WarningPreference = 'SilentlyContinue'; $env:PAYMENTCRYPTO_ACCOUNT_ID = '555566667777'; $env:PAYMENTCRYPTO_REGION = 'eu-central-1'; $env:AWS_REGION = 'us-west-2'
            $p = Get-PcProvider; $p.Path; $p.AccountId; $p.Region
            $env:PAYMENTCRYPTO_PROVIDER = 'Aws'; (Get-PcProvider).Name
            $env:PAYMENTCRYPTO_PROVIDER = 'Moon'; try { Get-PcProvider } catch { $_.FullyQualifiedErrorId }
            """;

        ShellResult result = await ShellProcess.Run(home.Path, null, "-Command", script);

        Assert.Equal(
            $"{home.Combine("store.db")}\n555566667777\neu-central-1\nAws\nPcProviderUnknown,PaymentCrypto.Commands.Providers.GetPcProviderCommand\n",
            result.Output);
    }
}

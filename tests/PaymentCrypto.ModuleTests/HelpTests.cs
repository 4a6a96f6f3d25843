using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class HelpTests
{
    [Fact]
    public void Every_cmdlet_and_each_of_its_parameters_has_help_with_an_example()
    {
        using var session = new ModuleSession();
        string[] names = [.. session.Run("(Get-Command -Module PaymentCrypto).Name").Succeed().Select(name => (string)name.BaseObject)];

        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            session.Set("name", name);
            IReadOnlyList<PSObject> output = session.Run(
                """
                $help = Get-Help $name -Full
                $help.Synopsis
                ($help.Description | ForEach-Object Text) -join ''
                $help.Examples.Example[0].Code
                $common = [System.Management.Automation.PSCmdlet]::CommonParameters
                (((Get-Command $name).Parameters.Keys | Where-Object { $_ -notin $common }) | ForEach-Object { $_ }) -join ' '
                ($help.Parameters.Parameter | ForEach-Object Name) -join ' '
                """).Succeed();

            Assert.All(output, text => Assert.NotEmpty((string)text.BaseObject));
            Assert.Contains(name, (string)output[2].BaseObject, StringComparison.Ordinal);
            Assert.Equal(Words(output[3]), Words(output[4]));
        }
    }

    [Fact]
    public void Help_is_found_when_the_manifest_at_the_root_is_imported()
    {
        using var session = new ModuleSession();
        session.Set("root", Path.Combine(Locations.RepositoryRoot, "PaymentCrypto.psd1"));

        Assert.StartsWith("Destroys tokens", session.Run("Remove-Module PaymentCrypto; Import-Module $root; (Get-Help Revoke-PcToken).Synopsis").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_module_has_an_about_topic()
    {
        Assert.Contains("PAYMENTCRYPTO_HOME", File.ReadAllText(Path.Combine(Locations.StagedModule, "en-US", "about_PaymentCrypto.help.txt")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(PSObject text) => ((string)text.BaseObject).Split(' ').Order(StringComparer.Ordinal);
}

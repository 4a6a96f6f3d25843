using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>What the real Get-Help says about every cmdlet of the module.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Topics => [.. Directory.EnumerateFiles(HelpFolder, "about_*.help.txt").Select(file => Path.GetFileName(file))];

    private static string HelpFolder => Path.Combine(Locations.StagedModule, "en-US");

    [Fact]
    public void Every_cmdlet_has_a_synopsis_a_description_and_two_examples()
    {
        using var session = new ModuleSession();

        Assert.All(Cmdlets(session), name =>
        {
            session.Set("name", name);
            PSObject help = session.Run(
                """
                $help = Get-Help $name -Full
                [pscustomobject] @{
                    Synopsis = $help.Synopsis
                    Description = ($help.Description | ForEach-Object Text) -join ' '
                    Titles = [string[]] @($help.Examples.Example | ForEach-Object Title)
                    Code = [string[]] @($help.Examples.Example | ForEach-Object Code)
                    Links = [string[]] @($help.RelatedLinks.NavigationLink | ForEach-Object LinkText)
                }
                """).Single();

            string synopsis = Text(help, "Synopsis");
            Assert.EndsWith(".", synopsis, StringComparison.Ordinal);
            Assert.DoesNotContain("\n", synopsis.Trim(), StringComparison.Ordinal);
            Assert.NotEmpty(Text(help, "Description"));
            string[] code = (string[])help.Properties["Code"].Value;
            Assert.True(code.Length >= 2);
            Assert.All(code, example => Assert.Contains(name, example, StringComparison.Ordinal));
            Assert.Equal(code.Length, ((string[])help.Properties["Titles"].Value).Distinct(StringComparer.Ordinal).Count());
            Assert.NotEmpty((string[])help.Properties["Links"].Value);
        });
    }

    [Fact]
    public void Every_parameter_is_described_as_it_is()
    {
        using var session = new ModuleSession();

        Assert.All(Cmdlets(session), name =>
        {
            session.Set("name", name);
            IReadOnlyList<PSObject> output = session.Run(
                """
                $help = @{}
                foreach ($parameter in (Get-Help $name -Full).Parameters.Parameter) { $help[$parameter.Name] = $parameter }
                $command = Get-Command $name
                foreach ($parameter in $command.Parameters.Values | Where-Object Name -notin ([System.Management.Automation.PSCmdlet]::CommonParameters)) {
                    $told = $help[$parameter.Name]
                    $sets = @($command.ParameterSets.Parameters | Where-Object Name -EQ $parameter.Name)
                    [pscustomobject] @{
                        Name = $parameter.Name
                        Described = (($told.Description | ForEach-Object Text) -join ' ').Trim().Length -gt 0
                        Aliases = "$($told.Aliases)" -eq $(if ($parameter.Aliases) { $parameter.Aliases -join ', ' } else { 'none' })
                        Pipeline = ("$($told.PipelineInput)" -like 'true*') -eq ([bool] ($sets | Where-Object { $_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName }))
                        Wildcards = ("$($told.Globbing)" -eq 'true') -eq ([bool] ($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.SupportsWildcardsAttribute] }))
                    }
                    $help.Remove($parameter.Name)
                }
                if ($help.Count) { [pscustomobject] @{ Name = "no such parameter: $($help.Keys)"; Described = $false } }
                """).Succeed();

            Assert.All(output, parameter => Assert.All(
                parameter.Properties.Where(property => property.Name != "Name"),
                property => Assert.True((bool)property.Value, $"{name} -{parameter.Properties["Name"].Value}: {property.Name}")));
        });
    }

    [Fact]
    public void The_syntax_has_every_parameter_set()
    {
        using var session = new ModuleSession();

        Assert.All(Cmdlets(session), name =>
        {
            session.Set("name", name);
            IReadOnlyList<PSObject> output = session.Run(
                """
                $common = [System.Management.Automation.PSCmdlet]::CommonParameters
                @(Get-Command $name).ParameterSets | ForEach-Object { (@($_.Parameters.Name | Where-Object { $_ -notin $common }) | ForEach-Object { $_ }) -join ' ' } | ForEach-Object { 'real ' + $_ }
                (Get-Help $name -Full).Syntax.SyntaxItem | ForEach-Object { 'help ' + (@($_.Parameter.Name) -join ' ') }
                """).Succeed();

            Assert.Equal(Sets(output, "real "), Sets(output, "help "));
        });
    }

    [Fact]
    public void A_link_leads_to_something()
    {
        using var session = new ModuleSession();
        string[] names = [.. Cmdlets(session)];

        foreach (string name in names)
        {
            session.Set("name", name);
            foreach (PSObject link in session.Run("(Get-Help $name -Full).RelatedLinks.NavigationLink | ForEach-Object LinkText").Succeed())
            {
                string text = (string)link.BaseObject;
                Assert.True(
                    names.Contains(text) || text.Contains(' ', StringComparison.Ordinal) || File.Exists(Path.Combine(HelpFolder, text + ".help.txt")),
                    $"{name} links to {text}, which is not there.");
                Assert.NotEqual(name, text);
            }
        }
    }

    [Fact]
    public void Help_is_found_when_the_manifest_at_the_root_is_imported()
    {
        using var session = new ModuleSession();
        session.Set("root", Path.Combine(Locations.RepositoryRoot, "PaymentCrypto.psd1"));

        Assert.StartsWith("Destroys tokens", session.Run("Remove-Module PaymentCrypto; Import-Module $root; (Get-Help Revoke-PcToken).Synopsis").Text(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_doc_comments_is_left_in_the_help()
    {
        string help = File.ReadAllText(Path.Combine(HelpFolder, "PaymentCrypto.dll-Help.xml"));

        foreach (string remnant in new[] { "&lt;c&gt;", "&lt;para", "cref=", "T:PaymentCrypto", "///" })
        {
            Assert.DoesNotContain(remnant, help, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void An_about_topic_is_found_and_fits_a_window_of_120(string topic)
    {
        using var session = new ModuleSession();
        session.Set("topic", topic.Replace(".help.txt", string.Empty, StringComparison.Ordinal));

        string text = session.Run("Get-Help $topic").Text();

        Assert.Contains("SHORT DESCRIPTION", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(line => !line.Contains("PS>", StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd().Length, 0, 120));
    }

    private static List<string> Cmdlets(ModuleSession session) =>
        [.. session.Run("(Get-Command -Module PaymentCrypto).Name").Succeed().Select(name => (string)name.BaseObject)];

    private static string Text(PSObject help, string property) => (string)help.Properties[property].Value;

    private static IEnumerable<string> Sets(IEnumerable<PSObject> lines, string kind) => lines
        .Select(line => (string)line.BaseObject)
        .Where(line => line.StartsWith(kind, StringComparison.Ordinal))
        .Select(line => string.Join(' ', line[kind.Length..].Split(' ').Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);
}

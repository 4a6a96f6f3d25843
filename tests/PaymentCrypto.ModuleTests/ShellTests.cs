using System.Text.Json;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ShellTests(SharedStore store)
{
    // The expected codes are those that pwsh answers to the same command lines.
    [Theory]
    [InlineData("-Command", "'fine'", 0)]
    [InlineData("-Command", "$x = 1; $x", 0)]
    [InlineData("-Command", "Get-Module NoSuchModule, 'x'", 0)]
    [InlineData("-Command", "Get-Command NoSuchCommand", 1)]
    [InlineData("-Command", "Get-Command NoSuchCommand; 'but then fine'", 0)]
    [InlineData("-Command", "throw 'up'", 1)]
    [InlineData("-Command", "if (", 1)]
    [InlineData("-Command", "exit 7", 7)]
    [InlineData("-File", "no-such-file.ps1", 64)]
    [InlineData("-NoSuchOption", "", 64)]
    public async Task Exit_codes_are_those_of_pwsh(string option, string argument, int expected)
    {
        ShellResult result = await ShellProcess.Run(store.Path, null, option, argument);

        Assert.Equal(expected, result.ExitCode);
    }

    // A prompt needs a terminal that answers, which tests have not: this is what it loads then.
    [Fact]
    public async Task PSReadLine_lies_beside_the_shell_and_loads_in_it()
    {
        string module = Path.Combine(Path.GetDirectoryName(Locations.Shell)!, "Modules", "PSReadLine");

        ShellResult result = await ShellProcess.Run(
            store.Path, null, "-Command", $"Import-Module '{module}'; (Get-Command PSConsoleHostReadLine).Source");

        Assert.Equal((0, "PSReadLine"), (result.ExitCode, result.Output.Trim()));
    }

    [Fact]
    public void The_tool_that_a_clone_restores_is_the_PowerShell_that_is_hosted()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Locations.RepositoryRoot, ".config", "dotnet-tools.json")));
        var packages = XDocument.Load(Path.Combine(Locations.RepositoryRoot, "Directory.Packages.props"));

        Assert.Equal(
            packages.Descendants("PowerShellToolVersion").Single().Value,
            manifest.RootElement.GetProperty("tools").GetProperty("powershell").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Output_errors_and_the_other_streams_go_where_they_belong_as_plain_text()
    {
        ShellResult result =
            await ShellProcess.Run(store.Path, null, "-Command", "Get-PcImportParameters -ReuseLastGeneratedToken -Verbose; Get-PcToken NoSuchToken");

        Assert.Contains("import-token-", result.Output, StringComparison.Ordinal);
        Assert.Contains("VERBOSE: GetParametersForImport", result.Output, StringComparison.Ordinal);
        Assert.Contains("'NoSuchToken' does not exist", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("NoSuchToken", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Output + result.Error);
    }

    [Fact]
    public async Task A_script_gets_its_arguments_as_pwsh_reads_them()
    {
        using var directory = new TemporaryDirectory();
        string script = directory.Combine("script with space.ps1");
        await File.WriteAllTextAsync(
            script,
            "param([string] $Name, [int] $Count, [switch] $On, [switch] $Off, [Parameter(ValueFromRemainingArguments)] "
                + "$Rest)\n\"$Name|$Count|$On|$Off|$Rest\"; exit 5",
            TestContext.Current.CancellationToken);

        ShellResult result = await ShellProcess.Run(store.Path, null, "-File", script, "-Name", "a b", "-Count:3", "-On", "-Off:$false", "x", "-1");

        Assert.Equal("a b|3|True|False|x -1\n", result.Output);
        Assert.Equal(5, result.ExitCode);
    }

    [Fact]
    public async Task A_script_that_ends_with_an_error_that_did_not_stop_it_has_succeeded()
    {
        using var directory = new TemporaryDirectory();
        string script = directory.Combine("script.ps1");
        await File.WriteAllTextAsync(script, "Get-Command NoSuchCommand", TestContext.Current.CancellationToken);

        Assert.Equal(0, (await ShellProcess.Run(store.Path, null, "-File", script)).ExitCode);
    }

    // The expected codes are those that pwsh answers to the same scripts.
    [Theory]
    [InlineData("throw 'up'", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'; [System.IO.File]::ReadAllText('no-such-file')", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'; Get-Command NoSuchCommand", 1)]
    [InlineData("[System.IO.File]::ReadAllText('no-such-file')", 0)]
    [InlineData("exit 0", 0)]
    [InlineData("function Leave { exit 9 }; Leave; 'not reached'", 9)]
    [InlineData("if (", 1)]
    public async Task An_error_that_ends_a_script_is_its_exit_code(string text, int expected)
    {
        using var directory = new TemporaryDirectory();
        string script = directory.Combine("script.ps1");
        await File.WriteAllTextAsync(script, text, TestContext.Current.CancellationToken);

        ShellResult result = await ShellProcess.Run(store.Path, null, "-File", script);

        Assert.Equal(expected, result.ExitCode);
    }

    [Fact]
    public async Task A_question_with_nobody_to_answer_is_an_error_that_says_so()
    {
        ShellResult result = await ShellProcess.Run(store.Path, null, "-Command", "Revoke-PcToken import-token-0000000000000000");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("NonInteractive", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quickstart_shows_the_same_token_when_it_is_run_again()
    {
        using var home = new TemporaryDirectory();
        string script = Path.Combine(Locations.RepositoryRoot, "examples", "quickstart.ps1");

        ShellResult first = await ShellProcess.Run(home.Path, null, "-File", script);
        ShellResult second = await ShellProcess.Run(home.Path, null, "-File", script);

        Assert.Equal((0, 0, "", ""), (first.ExitCode, second.ExitCode, first.Error, second.Error));
        Assert.Contains("The same token:   True", first.Output, StringComparison.Ordinal);
        Assert.Equal(TokenIn(first.Output), TokenIn(second.Output));
    }

    [Fact]
    public async Task The_quickstart_imports_the_module_itself_where_it_is_not_imported()
    {
        using var home = new TemporaryDirectory();
        string script = Path.Combine(Locations.RepositoryRoot, "examples", "quickstart.ps1");

        ShellResult result = await ShellProcess.Run(home.Path, null, "-Command", $"Remove-Module PaymentCrypto; & '{script}'");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("import-token-", result.Output, StringComparison.Ordinal);
    }

    private static string TokenIn(string output) => System.Text.RegularExpressions.Regex.Match(output, "import-token-[0-9a-zA-Z]{16,64}").Value;
}

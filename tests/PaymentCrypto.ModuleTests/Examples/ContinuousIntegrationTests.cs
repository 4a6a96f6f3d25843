using System.Diagnostics;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

public sealed partial class ContinuousIntegrationTests
{
    private static readonly string Workflow = File.ReadAllText(ExampleScript.PathOf("ci", "github-actions.yml"));

    // A program on an AWS SDK: another process, which knows of the endpoint by its environment alone.
    private static string[] Client(string script) => ["dotnet", Locations.Shell, "-NonInteractive", "-Command", $"Set-PcProvider Aws; {script}"];

    [Fact]
    public async Task A_command_finds_the_endpoint_and_its_exit_code_comes_through()
    {
        using var folder = new TemporaryDirectory();
        string script = ExampleScript.PathOf("ci", "with-endpoint.ps1");

        ShellResult first =
            await ShellProcess.Run(folder.Combine("home"), null, ["-File", script, .. Client("(New-PcKey P0 AES_128 -Alias alias/a).Provider; exit 5")]);
        ShellResult second = await ShellProcess.Run(folder.Combine("home"), null, ["-File", script, .. Client("@(Get-PcKey -Summary).Count")]);

        Assert.Equal((5, "Aws\n"), (first.ExitCode, first.Output));
        Assert.Equal((0, "0\n"), (second.ExitCode, second.Output)); // Each run begins with an empty account.
        Assert.False(Directory.Exists(folder.Combine("home")));
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_an_error()
    {
        using var folder = new TemporaryDirectory();

        ShellResult result = await ShellProcess.Run(folder.Combine("home"), null, "-File", ExampleScript.PathOf("ci", "with-endpoint.ps1"), "no-such-program");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no-such-program", result.Error, StringComparison.Ordinal);
        Assert.Equal(64, (await ShellProcess.Run(folder.Combine("home"), null, "-File", ExampleScript.PathOf("ci", "with-endpoint.ps1"))).ExitCode);
    }

    [Fact]
    public async Task Without_pwsh_a_shell_script_does_the_same()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "bash");

        Assert.Equal((5, "Aws\n"), await Bash(Locations.Shell, Client("(New-PcKey P0 AES_128).Provider; exit 5")));
        Assert.Equal((0, "0\n"), await Bash(Locations.Shell, Client("@(Get-PcKey -Summary).Count")));
        Assert.Equal((70, ""), await Bash("/no/such/shell.dll", ["echo", "not reached"]));
        Assert.Equal((64, ""), await Bash(Locations.Shell, []));
    }

    [Fact]
    public void Every_step_of_the_workflow_parses_and_names_what_there_is()
    {
        using var session = new ModuleSession();
        string[] steps =
            [.. PowerShellSteps().Matches(Workflow).Select(match => string.Join('\n', match.Groups["line"].Captures.Select(line => line.Value.Trim())))];
        Assert.Equal(5, steps.Length);

        foreach (string step in steps)
        {
            ScriptBlockAst script = Parser.ParseInput(step, out _, out ParseError[] errors);
            Assert.Empty(errors.Select(error => error.Message));
            foreach (CommandAst command in script.FindAll(static node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                string name = command.GetCommandName();
                string resolved = name.StartsWith("./paymentcrypto/", StringComparison.Ordinal)
                    ? Path.Combine(Locations.RepositoryRoot, name["./paymentcrypto/".Length..])
                    : name;
                if (resolved is "Import-Module" or "Invoke-Pester")
                {
                    continue;
                }

                session.Set("name", resolved);
                var parameters = session.Run("(Get-Command $name -ErrorAction Stop).Parameters.Keys")
                    .Succeed()
                    .Select(key => (string)key.BaseObject)
                    .ToHashSet(StringComparer.OrdinalIgnoreCase);
                Assert.All(command.CommandElements.OfType<CommandParameterAst>(), parameter => Assert.Contains(parameter.ParameterName, parameters));
            }
        }
    }

    private static async Task<(int ExitCode, string Output)> Bash(string shell, string[] command)
    {
        var start = new ProcessStartInfo("bash", [ExampleScript.PathOf("ci", "with-endpoint.sh"), .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        start.Environment["PAYMENTCRYPTO_SHELL"] = shell;
        using Process process = Process.Start(start)!;
        CancellationToken cancel = TestContext.Current.CancellationToken;
        Task<string> error = process.StandardError.ReadToEndAsync(cancel);
        string output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        await error;
        return (process.ExitCode, output);
    }

    [GeneratedRegex(@"shell: pwsh\n +run: \|\n(?<line> {10}.*\n?)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PowerShellSteps();
}

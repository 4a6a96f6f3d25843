using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;
using PaymentCrypto.Shell;

// The command line is pwsh's own, but for one word in front.
bool imports = args is not [var first, ..] || !first.Equals("-NoImport", StringComparison.OrdinalIgnoreCase);
string? manifest = imports ? StagedModule.Find(AppContext.BaseDirectory) : null;
if (imports && manifest is null)
{
    await Console.Error.WriteLineAsync($"The PaymentCrypto module is not staged: no {StagedModule.RelativePath} in or above '{AppContext.BaseDirectory}'. "
        + "Run 'dotnet build' at the root of the repository first.");
    return 1;
}

ReadableCulture.Use();
if (Console.IsOutputRedirected || Console.IsErrorRedirected)
{
    // pwsh writes colours into files and pipes too.
    PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
}

var state = InitialSessionState.CreateDefault2();
if (manifest is not null)
{
    state.ImportPSModule(manifest);
}

string[] options = imports ? args : args[1..];
if (options is [] && !Console.IsInputRedirected)
{
    // At the prompt, as pwsh does it: Tab, history, editing. Beside a state of one's own the console host does not.
    state.ImportPSModule(Path.Combine(AppContext.BaseDirectory, "Modules", "PSReadLine"));
}

if (Console.IsInputRedirected)
{
    // Nobody is there: a question is an error that says so.
    options = ["-NonInteractive", .. options];
}

return ConsoleShell.Start(state, "PowerShell with PaymentCrypto: 'Get-Command -Module PaymentCrypto' lists its cmdlets, 'exit' ends.", helpText: string.Empty,
    options);

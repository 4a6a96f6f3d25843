using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using PaymentCrypto.Shell.Hosting;

namespace PaymentCrypto.Shell.Interactive;

/// <summary>The prompt: reads a command, which may span lines, runs it, and starts over until <c>exit</c>.</summary>
internal sealed class Repl(Runspace runspace, CommandRunner runner, ShellHost host)
{
    private const string ContinuationPrompt = ">> ";

    private readonly LineEditor _editor = new(new TabCompletion(runspace));

    /// <summary>Runs until the user leaves.</summary>
    public void Run()
    {
        while (host.ExitCode is null)
        {
            string? command = ReadCommand();
            if (command is null)
            {
                return;
            }

            if (!string.IsNullOrWhiteSpace(command))
            {
                if (SecretLine.Is(command))
                {
                    runner.RunScript(command);
                    runner.ForgetLast();
                    continue;
                }

                _editor.Remember(command);
                runner.RunScript(command);
            }
        }
    }

    /// <summary>Whether more has to follow before this can run: an open brace, quote or pipe.</summary>
    internal static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    // Null at the end of input.
    private string? ReadCommand()
    {
        string? text = _editor.Read(Prompt());
        while (text is not null && IsIncomplete(text))
        {
            // An empty line ends a command that its author has given up on; the parser then says what is missing.
            string? more = _editor.Read(ContinuationPrompt);
            if (string.IsNullOrEmpty(more))
            {
                break;
            }

            text += "\n" + more;
        }

        return text;
    }

    private string Prompt()
    {
        using PowerShell shell = PowerShell.Create(runspace);
        try
        {
            return shell.AddCommand("prompt").Invoke<string>().FirstOrDefault() ?? "PS> ";
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }
}

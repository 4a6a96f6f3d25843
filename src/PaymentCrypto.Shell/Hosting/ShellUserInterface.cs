using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace PaymentCrypto.Shell.Hosting;

/// <summary>All of PowerShell's streams on the console: output to standard output, everything else to standard error.</summary>
internal sealed class ShellUserInterface(bool canAsk) : PSHostUserInterface
{
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";

    private readonly ShellOutput _output = new(Console.Out, Console.IsOutputRedirected);
    private readonly ShellOutput _error = new(Console.Error, Console.IsErrorRedirected);
    private readonly ShellPrompt _prompt = new(canAsk);
    private readonly ProgressLine _progress = new();

    /// <inheritdoc/>
    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface();

    /// <inheritdoc/>
    public override bool SupportsVirtualTerminal => !_output.IsPlain;

    /// <summary>Whether output is the text of an error, which belongs on standard error.</summary>
    public bool OutputIsError { get; set; }

    /// <summary>Removes a progress line that was left behind.</summary>
    public void ClearProgress() => _progress.Clear();

    /// <inheritdoc/>
    public override void Write(string value)
    {
        ClearProgress();
        (OutputIsError ? _error : _output).Write(value);
    }

    /// <inheritdoc/>
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string value)
    {
        ClearProgress();
        (OutputIsError ? _error : _output).WriteLine(value);
    }

    /// <inheritdoc/>
    public override void WriteErrorLine(string value) => Tell(value, string.Empty, Red);

    /// <inheritdoc/>
    public override void WriteDebugLine(string message) => Tell(message, "DEBUG: ", Yellow);

    /// <inheritdoc/>
    public override void WriteVerboseLine(string message) => Tell(message, "VERBOSE: ", Yellow);

    /// <inheritdoc/>
    public override void WriteWarningLine(string message) => Tell(message, "WARNING: ", Yellow);

    /// <inheritdoc/>
    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    /// <inheritdoc/>
    public override string ReadLine() => _prompt.ReadLine();

    /// <inheritdoc/>
    public override SecureString ReadLineAsSecureString() => _prompt.ReadSecret();

    /// <inheritdoc/>
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _prompt.Ask(caption, message, descriptions);

    /// <inheritdoc/>
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _prompt.Choose(caption, message, choices, defaultChoice);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _prompt.AskCredential(caption, message, userName);

    /// <inheritdoc/>
    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => _prompt.AskCredential(caption, message, userName);

    private void Tell(string text, string prefix, string style)
    {
        ClearProgress();
        _error.WriteLine(prefix + text, style);
    }
}

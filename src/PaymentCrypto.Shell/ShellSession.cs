using System.Management.Automation.Runspaces;
using PaymentCrypto.Shell.Hosting;
using PaymentCrypto.Shell.Interactive;

namespace PaymentCrypto.Shell;

/// <summary>One run of the shell: a runspace with the module imported, and what the command line asked for.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly ShellOptions _options;
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly CommandRunner _runner;

    /// <summary>Opens the runspace.</summary>
    /// <param name="manifest">The staged module's manifest; null to import none.</param>
    /// <param name="options">The command line.</param>
    public ShellSession(string? manifest, ShellOptions options)
    {
        _options = options;
        _host = new ShellHost(canAsk: !options.NonInteractive);
        var state = InitialSessionState.CreateDefault2();
        if (manifest is not null)
        {
            state.ImportPSModule(manifest);
        }

        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            // What pwsh has out of the box; without it not even our own format file would load.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
        }

        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
        _runner = new CommandRunner(_runspace, _host);
        Console.CancelKeyPress += OnCancelKey;
    }

    /// <summary>Does what the command line asks for.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        switch (_options.Mode)
        {
            case ShellMode.Interactive:
                new Repl(_runspace, _runner, _host).Run();
                return _host.ExitCode ?? ExitCodes.Success;
            case ShellMode.File:
                return ExitCode(_runner.RunFile(_options.File, _options.Arguments), strict: false);
            default:
                string commands = _options.Mode == ShellMode.Command ? _options.Command : Console.In.ReadToEnd();
                return ExitCode(_runner.RunScript(commands), strict: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancelKey;
        _runspace.Dispose();
    }

    // As in pwsh: commands fail when their last one did, a script only when an error ends it.
    private int ExitCode(RunOutcome outcome, bool strict) => _host.ExitCode ?? outcome switch
    {
        RunOutcome.Stopped => ExitCodes.Interrupted,
        RunOutcome.Threw => ExitCodes.Failure,
        RunOutcome.LastCommandFailed when strict => ExitCodes.Failure,
        _ => ExitCodes.Success,
    };

    private void OnCancelKey(object? sender, ConsoleCancelEventArgs e) => e.Cancel = _runner.Stop() || _options.Mode == ShellMode.Interactive;
}

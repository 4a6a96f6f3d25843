using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PaymentCrypto.Shell.Hosting;

namespace PaymentCrypto.Shell;

/// <summary>Runs commands in the shell's runspace and shows everything that they output.</summary>
internal sealed class CommandRunner(Runspace runspace, ShellHost host)
{
    private readonly object _gate = new();
    private Pipeline? _running;

    /// <summary>Runs commands as if typed.</summary>
    public RunOutcome RunScript(string script)
    {
        // The engine leaves $? as the script set it only for pipelines that go into the history.
        using Pipeline pipeline = runspace.CreatePipeline(script, addToHistory: true);
        return Run(pipeline);
    }

    /// <summary>Runs a script file with its arguments, read as pwsh reads those of -File.</summary>
    public RunOutcome RunFile(string path, IEnumerable<string> arguments)
    {
        var command = new Command(Path.GetFullPath(path), isScript: false, useLocalScope: false);
        foreach (string argument in arguments)
        {
            command.Parameters.Add(ScriptArgument.Parse(argument));
        }

        using Pipeline pipeline = runspace.CreatePipeline();
        pipeline.Commands.Add(command);
        return Run(pipeline);
    }

    /// <summary>Stops what is running. May be called from any thread.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Stop()
    {
        lock (_gate)
        {
            _running?.StopAsync();
            return _running is not null;
        }
    }

    private RunOutcome Run(Pipeline pipeline)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add("Out-Default");
        SetRunning(pipeline);
        try
        {
            pipeline.Invoke();
        }
        catch (PipelineStoppedException)
        {
            return RunOutcome.Stopped;
        }
        catch (RuntimeException exception)
        {
            SetRunning(null);
            Show(exception.ErrorRecord);
            return RunOutcome.Threw;
        }
        finally
        {
            SetRunning(null);
            host.UserInterface.ClearProgress();
        }

        return LastCommandSucceeded() ? RunOutcome.Succeeded : RunOutcome.LastCommandFailed;
    }

    private void SetRunning(Pipeline? pipeline)
    {
        lock (_gate)
        {
            _running = pipeline;
        }
    }

    private bool LastCommandSucceeded()
    {
        using Pipeline pipeline = runspace.CreatePipeline("$global:?");
        return pipeline.Invoke() is [{ BaseObject: true }];
    }

    // The engine's own formatting of errors, which Out-Default sends to the error stream when the record is marked so.
    private void Show(ErrorRecord error)
    {
        PSObject marked = PSObject.AsPSObject(error);
        if (marked.Properties["writeErrorStream"] is null)
        {
            marked.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        }

        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", marked);
        shell.Invoke(null, new PSInvocationSettings { Host = host });
    }
}

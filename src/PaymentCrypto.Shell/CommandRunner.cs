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

    /// <summary>Takes the newest command out of the history of PowerShell.</summary>
    public void ForgetLast()
    {
        using Pipeline pipeline = runspace.CreatePipeline("Clear-History -Newest -Count 1");
        pipeline.Invoke();
    }

    /// <summary>Runs a script file with its arguments, read as pwsh reads those of -File.</summary>
    public RunOutcome RunFile(string path, IEnumerable<string> arguments)
    {
        // Run as the file's script block and not as the file: then an exit in it ends the shell, with its code.
        ScriptBlock script;
        try
        {
            script = ((ExternalScriptInfo)runspace.SessionStateProxy.InvokeCommand.GetCommand(Path.GetFullPath(path), CommandTypes.ExternalScript)).ScriptBlock;
        }
        catch (RuntimeException exception)
        {
            Show(new ErrorRecord(exception.ErrorRecord, exception));
            return RunOutcome.Threw;
        }

        // Any error that ends it ends this statement too; the preference is private, so that the script does not see it.
        var command = new Command(
            "$private:ErrorActionPreference = 'Stop'; & $args[0] " + string.Join(' ', arguments.Select(ScriptArgument.Quote)), isScript: true, useLocalScope: true);
        command.Parameters.Add(null, script);
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
            Show(new ErrorRecord(exception.ErrorRecord, exception));
            return RunOutcome.Threw;
        }
        finally
        {
            SetRunning(null);
            host.UserInterface.ClearProgress();
        }

        if (pipeline.PipelineStateInfo.State == PipelineState.Stopped)
        {
            // A stop that reaches the pipeline while a cmdlet waits ends it without an exception.
            return RunOutcome.Stopped;
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

    // The engine's own formatting of errors. It marks what comes from an error stream as such, but this one comes from an exception.
    private void Show(ErrorRecord error)
    {
        using Pipeline pipeline = runspace.CreatePipeline();
        pipeline.Commands.Add("Out-Default");
        pipeline.Input.Write(error);
        pipeline.Input.Close();
        host.UserInterface.OutputIsError = true;
        try
        {
            pipeline.Invoke();
        }
        finally
        {
            host.UserInterface.OutputIsError = false;
        }
    }
}

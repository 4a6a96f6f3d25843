using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>A runspace with the staged module imported.</summary>
internal sealed class ModuleSession : IDisposable
{
    private readonly RecordingHost _host;

    public ModuleSession(string? storePath = null, int width = 120)
    {
        _host = new RecordingHost(width);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Locations.StagedManifest);
        state.ThrowOnRunspaceOpenError = true;
        Runspace = RunspaceFactory.CreateRunspace(_host, state);
        Runspace.Open();
        if (storePath is not null)
        {
            Set("store", storePath);
            Run("Set-PcProvider -Path $store").Succeed();
        }
    }

    public Runspace Runspace { get; }

    /// <summary>What the user types when asked, line by line.</summary>
    public Queue<string> Answers => _host.Answers;

    /// <summary>Everything that was shown.</summary>
    public string Screen => _host.Text;

    /// <summary>Everything that was shown, with its escape sequences.</summary>
    public string StyledScreen => _host.StyledText;

    /// <summary>Whether the screen says that it can show colours.</summary>
    public bool HasColours { get => _host.HasColours; set => _host.HasColours = value; }

    public void Set(string variable, object? value) => Runspace.SessionStateProxy.SetVariable(variable, value);

    public object? Value(string variable) =>
        Runspace.SessionStateProxy.GetVariable(variable) is PSObject { BaseObject: not PSCustomObject } wrapped
            ? wrapped.BaseObject
            : Runspace.SessionStateProxy.GetVariable(variable);

    public Outcome Run(string script)
    {
        using PowerShell shell = NewShell(script);
        try
        {
            IReadOnlyList<PSObject> output = [.. shell.Invoke()];
            return new Outcome(output, [.. shell.Streams.Error], [.. shell.Streams.Warning.Select(w => w.Message)], Told(shell), null);
        }
        catch (RuntimeException exception)
        {
            return new Outcome([], [.. shell.Streams.Error], [.. shell.Streams.Warning.Select(w => w.Message)], Told(shell), exception.ErrorRecord);
        }
    }

    /// <summary>The error that ends a statement: one that a script can catch without asking for -ErrorAction Stop.</summary>
    public ErrorRecord Caught(string script)
    {
        Outcome outcome = Run($"try {{ {script} }} catch {{ $_; return }}");
        Assert.Empty(outcome.Errors.Select(error => error.ToString()));
        return Assert.IsType<ErrorRecord>(Assert.Single(outcome.Output).BaseObject);
    }

    /// <summary>What the script's output looks like on the screen.</summary>
    public string Render(string script)
    {
        string before = _host.Text;
        using PowerShell shell = NewShell(script);
        shell.AddCommand("Out-Default").Invoke();
        return _host.Text[before.Length..].ReplaceLineEndings("\n");
    }

    /// <summary>What the script's output looks like as Format-Table or Format-List show it.</summary>
    public string Render(string script, string shape)
    {
        string before = _host.Text;
        using PowerShell shell = NewShell(script);
        shell.AddCommand("Format-" + shape).AddCommand("Out-Default").Invoke();
        return _host.Text[before.Length..].ReplaceLineEndings("\n");
    }

    /// <summary>What the script's output looks like, with its escape sequences.</summary>
    public string RenderRaw(string script)
    {
        int before = _host.StyledText.Length;
        using PowerShell shell = NewShell(script);
        shell.AddCommand("Out-Default").Invoke();
        return _host.StyledText[before..];
    }

    public PowerShell NewShell(string script)
    {
        var shell = PowerShell.Create(Runspace);
        shell.AddScript(script);
        return shell;
    }

    public void Dispose() => Runspace.Dispose();

    private static string[] Told(PowerShell shell) =>
        [.. shell.Streams.Verbose.Select(record => record.Message), .. shell.Streams.Debug.Select(record => record.Message)];
}

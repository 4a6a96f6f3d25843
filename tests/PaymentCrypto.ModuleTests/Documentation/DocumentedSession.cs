using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>
/// Runs the code of help and documentation as a reader would: in a session with the module imported, in a directory of its own, on a local
/// store of its own. Nothing is shared with other tests but what the environment is.
/// </summary>
internal sealed class DocumentedSession : IDisposable
{
    // Help is indented, and what it shows must not wrap in a window of 120.
    private const int Width = 110;

    private readonly TemporaryDirectory _directory = new();
    private readonly RecordingHost _host = new(Width) { EchoAnswers = true, DefaultAnswer = "correct horse battery staple" };
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly string _store;
    private readonly List<ErrorRecord> _errors = [];
    private readonly Runspace _runspace;

    /// <param name="store">A directory with a store to begin with; it is copied.</param>
    public DocumentedSession(string store)
    {
        // Lines are broken between words, which PowerShell does in some languages only. The threads of the session take it from here.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
        _store = _directory.Combine("store");
        Directory.CreateDirectory(_store);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_store, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (string file in Directory.EnumerateFiles(store))
        {
            File.Copy(file, Path.Combine(_store, Path.GetFileName(file)));
        }

        Work = Directory.CreateDirectory(_directory.Combine("work")).FullName;
        WriteManifest();
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Locations.StagedManifest);
        state.ThrowOnRunspaceOpenError = true;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(Work);
        _runspace.SessionStateProxy.SetVariable("DocAnswers", _host.Answers);
        _runspace.SessionStateProxy.SetVariable("DocErrors", _errors);
        _runspace.SessionStateProxy.SetVariable("DocStore", _store);
        // For the setup of an example: what somebody types when asked.
        Prepare("function Send-DocAnswer([Parameter(ValueFromRemainingArguments)] [string[]] $Text) { $Text.ForEach({ $DocAnswers.Enqueue($_) }) }");
        Prepare("Set-PcProvider -Path $DocStore");
    }

    /// <summary>The directory that the code runs in.</summary>
    public string Work { get; }

    /// <summary>Runs code that is there for what follows.</summary>
    public void Prepare(string code)
    {
        CodeResult result = Run(code);
        Assert.Empty(result.Errors.Select(error => $"{error} at {error.InvocationInfo?.PositionMessage}\nin\n{code}"));
    }

    /// <summary>Runs code, and takes in what it shows and its errors.</summary>
    public CodeResult Run(string code)
    {
        string before = _host.Text;
        _errors.Clear();
        using Pipeline pipeline = _runspace.CreatePipeline(code);
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.AddScript("process { if ($_ -is [System.Management.Automation.ErrorRecord]) { $DocErrors.Add($_) }; , $_ }");
        pipeline.Commands.Add("Out-Default");
        try
        {
            pipeline.Invoke();
        }
        catch (RuntimeException exception)
        {
            var error = new ErrorRecord(exception.ErrorRecord, exception);
            _errors.Add(error);
            using Pipeline show = _runspace.CreatePipeline();
            show.Commands.Add("Out-Default");
            show.Input.Write(error);
            show.Input.Close();
            show.Invoke();
        }

        return new CodeResult(AsAtHome(_host.Text[before.Length..].ReplaceLineEndings("\n")), [.. _errors]);
    }

    public void Dispose()
    {
        _runspace.Dispose();
        CultureInfo.CurrentCulture = _culture;
        _directory.Dispose();
    }

    // What the reader would see: the work directory as the home directory, the store where it is unless one says otherwise.
    private string AsAtHome(string text) => text
        .Replace(_store, "/home/me/.local/share/paymentcrypto", StringComparison.Ordinal)
        .Replace(Work, "/home/me", StringComparison.Ordinal);

    // Pages import the manifest of the clone that the reader is in.
    private void WriteManifest()
    {
        string manifest = File.ReadAllText(Path.Combine(Locations.RepositoryRoot, "PaymentCrypto.psd1"));
        File.WriteAllText(Path.Combine(Work, "PaymentCrypto.psd1"), manifest
            .Replace("artifacts/module/PaymentCrypto/PaymentCrypto.psd1", Locations.StagedManifest, StringComparison.Ordinal)
            .Replace("tools/RequireBuild.ps1", Path.Combine(Locations.RepositoryRoot, "tools", "RequireBuild.ps1"), StringComparison.Ordinal));
    }
}

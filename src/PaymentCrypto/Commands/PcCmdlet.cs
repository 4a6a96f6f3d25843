using System.Management.Automation;
using System.Threading.Channels;
using PaymentCrypto.Api;
using PaymentCrypto.Errors;
using PaymentCrypto.Providers;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Commands;

/// <summary>What every cmdlet of the module has: cancellation, and one way to report what went wrong.</summary>
public abstract partial class PcCmdlet : PSCmdlet, IProviderListener, IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _stop = new();
    private LoopProgress? _progress;

    private protected PcCmdlet()
    {
    }

    /// <summary>What an error is about: what the user gave, never a secret.</summary>
    private protected virtual object? ErrorTarget => null;

    /// <summary>Whether each object from the pipeline is one step of the progress bar; false where the cmdlet counts its steps itself.</summary>
    private protected virtual bool CountsInput => MyInvocation.ExpectingInput;

    /// <summary>An error's message in words that a user of this cmdlet knows.</summary>
    private protected virtual string Explain(string message) => message;

    /// <summary>Signalled when the user stops the pipeline.</summary>
    private protected CancellationToken Stopped => _stop.Token;

    private protected static PcSession Session => PcSession.Current;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>What to do about an error, when the cmdlet knows better than the exception; null when it does not.</summary>
    private protected virtual string? Advise(Exception exception) => null;

    /// <summary>Does the work for one pipeline object.</summary>
    private protected abstract void Execute();

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (CountsInput)
        {
            Advance(item: null);
        }

        bool ended = false;
        try
        {
            Attempt(Execute);
            ended = true;
        }
        finally
        {
            if (!ended)
            {
                // There is no EndProcessing after an error that ends the pipeline, nor when nobody wants more.
                CompleteProgress();
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => CompleteProgress();

    /// <summary>Does one thing of several: when it fails, the error is reported and the next may be tried.</summary>
    private protected void Attempt(Action action)
    {
        // Exceptions of the pipeline itself (it was stopped, or a cmdlet downstream has seen enough) must pass unseen.
        try
        {
            action();
        }
        catch (Exception exception) when (exception is PaymentCryptographyException or UnexpectedFailureException)
        {
            Report(exception);
        }
    }

    /// <summary>Ends the pipeline with an error about how the cmdlet was called.</summary>
    internal void Refuse(PaymentCryptographyException exception) => ThrowTerminatingError(ErrorRecordFactory.Create(exception, MyInvocation.MyCommand.Name));

    /// <summary>Reports an error; ends the pipeline if nothing that could come next would work either.</summary>
    private protected void Report(Exception exception)
    {
        ErrorRecord record = ErrorRecordFactory.Create(exception, ErrorTarget, Advise(exception), Explain);
        if (ErrorRecordFactory.IsTerminating(exception))
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended by itself at the same moment.
        }
    }

    /// <summary>The settings of one provider in this session, with what the AWS tools have stored in the session's variables.</summary>
    /// <param name="name">The provider; null for the session's own.</param>
    private protected ProviderSettings SettingsOf(ProviderName? name) => WithStored(Session.Settings(name));

    /// <summary>The same settings, with what the AWS tools have stored in the session's variables.</summary>
    private protected ProviderSettings WithStored(ProviderSettings settings) => settings.Name == ProviderName.Aws
        ? settings with { Aws = settings.Aws.WithStored(SessionState.PSVariable) }
        : settings;

    /// <summary>Opens a provider, or finds it open in the session.</summary>
    private protected ProviderConnection Connect(ProviderSettings settings, bool keep)
    {
        if (Session.Find(settings) is { } open)
        {
            return open;
        }

        ProviderConnection connection = Open(settings);
        if (keep)
        {
            Session.Hold(connection.Share());
        }

        return connection;
    }

    /// <summary>Opens a provider and passes on what there is to say about it.</summary>
    private protected ProviderConnection Open(ProviderSettings settings)
    {
        Task<ProviderConnection> opening = Task.Run(() => ProviderFactory.Connect(settings));
        ProviderConnection connection;
        try
        {
            connection = Wait(opening);
        }
        catch (PipelineStoppedException)
        {
            // It may still open; nobody is there to use it.
            _ = opening.ContinueWith(static done => done.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
            throw;
        }

        foreach (string warning in connection.OpeningWarnings)
        {
            WriteWarning(warning);
        }

        return connection;
    }

    /// <summary>Waits for work on another thread, or until the user stops the pipeline.</summary>
    private protected T Wait<T>(Task<T> task)
    {
        try
        {
            return task.WaitAsync(_stop.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is not PaymentCryptographyException)
        {
            throw new UnexpectedFailureException(exception);
        }
    }

    /// <summary>
    /// Starts work and waits for it; what is said on the way, on whichever thread, becomes verbose messages at once, and what is asked
    /// is asked here.
    /// </summary>
    /// <param name="start">Starts it.</param>
    /// <param name="meanwhile">Called now and then, to show how far it has got.</param>
    private protected T Follow<T>(Func<Task<T>> start, Action? meanwhile = null)
    {
        var said = Channel.CreateUnbounded<Action<IProviderListener>>();
        using var gone = new CancellationTokenSource();
        try
        {
            Task<T> task = ProgressReport.Collect(said.Writer, start, gone.Token);
            _ = task.ContinueWith(_ => said.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (WaitToRead(said.Reader, meanwhile))
            {
                while (said.Reader.TryRead(out Action<IProviderListener>? remark))
                {
                    remark(this);
                }
            }

            return Wait(task);
        }
        finally
        {
            gone.Cancel();
        }
    }

    private bool WaitToRead<T>(ChannelReader<T> reader, Action? meanwhile)
    {
        Task<bool> reading = reader.WaitToReadAsync(CancellationToken.None).AsTask();
        while (meanwhile is not null && !reading.IsCompleted)
        {
            Wait(Task.WhenAny(reading, Task.Delay(LookEvery, CancellationToken.None)));
            meanwhile();
        }

        return Wait(reading);
    }

    void IProviderListener.Hear(string message) => WriteVerbose(message);

    string IProviderListener.AskOneTimeCode(string device) => OneTimeCodePrompt.Ask(Host, device);

    /// <summary>One more step of a loop: after a second of it there is a progress bar.</summary>
    /// <param name="item">What it is about; null when that has no name. Never a secret.</param>
    private protected void Advance(string? item)
    {
        _progress ??= new LoopProgress(WriteProgress, MyInvocation.MyCommand.Name, TimeProvider.System);
        _progress.Next(item);
    }

    private void CompleteProgress()
    {
        try
        {
            _progress?.Complete();
        }
        catch (PipelineStoppedException)
        {
            // The host takes the progress of a stopped pipeline away itself.
        }
    }

    /// <summary>Gives back what the cmdlet holds.</summary>
    /// <param name="disposing">Always true: there is nothing to finalise.</param>
    private protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
        }
    }
}

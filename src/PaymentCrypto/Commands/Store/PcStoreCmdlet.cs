using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Isolation;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Commands.Store;

/// <summary>A cmdlet that looks after a local store from outside, without its engine.</summary>
public abstract class PcStoreCmdlet : PcCmdlet
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);

    private protected PcStoreCmdlet()
    {
    }

    /// <summary>The directory of the store, or the file <c>store.db</c> in it. The session's local store unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("StorePath")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    private protected override object? ErrorTarget => Path;

    /// <summary>Where the store is and what opens it.</summary>
    /// <param name="passphrase">What the user gave; null for the session's own, if it is the session's store.</param>
    private protected LocalEngineOptions Options(SecureString? passphrase)
    {
        ProviderSettings session = Session.Settings(ProviderName.Local);
        if (Path is null)
        {
            return session.Local.ToEngineOptions() with { Passphrase = passphrase ?? session.Local.Passphrase };
        }

        LocalEngineOptions options = new LocalSettings { Clock = session.Local.Clock }.ToEngineOptions() with { Directory = DirectoryOf(ResolveFile(Path)) };
        return options with { Passphrase = passphrase ?? (IsStoreOf(options, session) ? session.Local.Passphrase : null) };
    }

    /// <summary>Whether settings of the session are about the store that the options name.</summary>
    private protected static bool IsStoreOf(LocalEngineOptions options, ProviderSettings settings) => settings.Name == ProviderName.Local
        && EngineLibrary.CreateLocalEngineFactory().StorePath(options) is { } path
        && ProviderFactory.StorePath(settings) == path;

    /// <summary>Does the work on another thread; the user sees how far it has got and may stop it.</summary>
    private protected T Care<T>(Func<IStoreCare, IProgress<StoreCareProgress>, CancellationToken, T> work)
    {
        var progress = new LatestProgress();
        var bar = new StoreProgressBar(WriteProgress, TimeProvider.System);
        CancellationToken stopped = Stopped;
        Task<T> task = Task.Run(() => work(EngineLibrary.CreateStoreCare(), progress, stopped), CancellationToken.None);
        try
        {
            while (!task.IsCompleted)
            {
                Wait(Task.WhenAny(task, Task.Delay(LookEvery, CancellationToken.None)));
                bar.Show(progress.Latest);
            }

            return Wait(task);
        }
        finally
        {
            bar.Complete();
        }
    }

    private static string DirectoryOf(string path) =>
        System.IO.Path.GetFileName(path) == "store.db" && !System.IO.Directory.Exists(path) ? System.IO.Path.GetDirectoryName(path)! : path;
}

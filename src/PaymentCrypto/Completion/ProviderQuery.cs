using PaymentCrypto.Providers;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>
/// Asks the provider that a command line means, for completion: no longer than a person at the prompt would wait, without ever
/// making a store, and silently, because the cmdlet itself will say what is wrong.
/// </summary>
/// <remarks>
/// AWS is asked only over a connection that the session has open already, so that a press of Tab never looks for credentials, signs
/// in or runs a credential process. Its answers are kept for a minute, or until a cmdlet of the session changes something, so that
/// going through a line costs one request of each kind and no throttling.
/// </remarks>
internal static class ProviderQuery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The answer; the default value when there is none in time.</summary>
    /// <param name="request">What is on the command line.</param>
    /// <param name="question">What is asked, in words that tell it from other questions.</param>
    /// <param name="ask">Asks. Whatever it has gathered elsewhere until its time is over may be used.</param>
    public static T? Run<T>(CompletionRequest request, string question, Func<ProviderConnection, CancellationToken, Task<T>> ask)
    {
        PcSession session = PcSession.Current;
        Provider? provider = ProviderOf(request);
        ProviderSettings settings = provider?.Settings ?? session.Settings(provider?.ProviderName);
        return settings.Name == ProviderName.Aws
            ? AskAws(session, settings, isOwn: provider?.Settings is null, question, ask)
            : AskLocal(session, settings, keep: provider?.Settings is null, ask);
    }

    /// <summary>The provider that is named on a command line; null for none.</summary>
    public static Provider? ProviderOf(CompletionRequest request) => request.Bound["Provider"] switch
    {
        Provider provider => provider,
        string text when Enum.TryParse(text, ignoreCase: true, out ProviderName name) && Enum.IsDefined(name) => new Provider(name),
        _ => null,
    };

    private static T? AskAws<T>(PcSession session, ProviderSettings settings, bool isOwn, string question, Func<ProviderConnection, CancellationToken,
        Task<T>> ask)
    {
        using ProviderConnection? connection = session.Find(settings) ?? (isOwn ? session.FindHeld(ProviderName.Aws) : null);
        return connection is null ? default : InTime(session.Answers.Get(connection.Settings.Aws, question, () => Ask(connection.Share(), ask)));
    }

    private static Task<T> Ask<T>(ProviderConnection connection, Func<ProviderConnection, CancellationToken, Task<T>> ask) => Task.Run(async () =>
    {
        // It is not broken off when nobody waits any more: the next press of Tab has the answer then.
        using (connection)
        {
            return await ask(connection, CancellationToken.None).ConfigureAwait(false);
        }
    });

    private static T? AskLocal<T>(PcSession session, ProviderSettings settings, bool keep, Func<ProviderConnection, CancellationToken, Task<T>> ask)
    {
        using var patience = new CancellationTokenSource(Patience);
        CancellationToken cancel = patience.Token;
        return InTime(Task.Run(() => AskLocalAsync(session, settings, keep, ask, cancel), CancellationToken.None));
    }

    private static T? InTime<T>(Task<T> asking)
    {
        try
        {
            return asking.Wait(Patience, CancellationToken.None) ? asking.Result : default;
        }
        catch (AggregateException)
        {
            return default;
        }
    }

    private static async Task<T?> AskLocalAsync<T>(
        PcSession session,
        ProviderSettings settings,
        bool keep,
        Func<ProviderConnection, CancellationToken, Task<T>> ask,
        CancellationToken cancel)
    {
        using ProviderConnection? connection = OpenLocal(session, settings, keep);
        return connection is null ? default : await ask(connection, cancel).ConfigureAwait(false);
    }

    private static ProviderConnection? OpenLocal(PcSession session, ProviderSettings settings, bool keep)
    {
        if (session.Find(settings) is { } open)
        {
            return open;
        }

        if (settings.Local.MemoryStore is null && !File.Exists(ProviderFactory.StorePath(settings)))
        {
            return null;
        }

        ProviderConnection connection = ProviderFactory.Connect(settings);
        if (keep)
        {
            // Even if it came too late for this time, the next will be quick.
            session.Hold(connection.Share());
        }

        return connection;
    }
}

using System.Collections;
using PaymentCrypto.Providers;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>
/// Asks the provider that a command line means, for completion: no longer than a person at the prompt would wait, without ever
/// making a store, and silently, because the cmdlet itself will say what is wrong.
/// </summary>
internal static class ProviderQuery
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The answer; the default value when there is none in time.</summary>
    /// <param name="fakeBoundParameters">What is on the command line.</param>
    /// <param name="ask">Asks. Whatever it has gathered elsewhere until its time is over may be used.</param>
    public static T? Run<T>(IDictionary fakeBoundParameters, Func<ProviderConnection, CancellationToken, Task<T>> ask)
    {
        try
        {
            PcSession session = PcSession.Current;
            Provider? provider = ProviderOf(fakeBoundParameters["Provider"]);
            ProviderSettings settings = provider?.Settings ?? session.Settings(provider?.ProviderName);
            using var patience = new CancellationTokenSource(Patience);
            CancellationToken cancel = patience.Token;
            Task<T?> asking = Task.Run(() => AskAsync(session, settings, keep: provider?.Settings is null, ask, cancel), CancellationToken.None);
            return asking.Wait(Patience, CancellationToken.None) ? asking.Result : default;
        }
        catch (Exception)
        {
            return default;
        }
    }

    private static async Task<T?> AskAsync<T>(
        PcSession session,
        ProviderSettings settings,
        bool keep,
        Func<ProviderConnection, CancellationToken, Task<T>> ask,
        CancellationToken cancel)
    {
        using ProviderConnection? connection = Open(session, settings, keep);
        return connection is null ? default : await ask(connection, cancel).ConfigureAwait(false);
    }

    private static ProviderConnection? Open(PcSession session, ProviderSettings settings, bool keep)
    {
        if (session.Find(settings) is { } open)
        {
            return open;
        }

        if (settings.Name == ProviderName.Local && settings.Local.MemoryStore is null && !File.Exists(ProviderFactory.StorePath(settings)))
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

    private static Provider? ProviderOf(object? argument) => argument switch
    {
        Provider provider => provider,
        string text when Enum.TryParse(text, ignoreCase: true, out ProviderName name) && Enum.IsDefined(name) => new Provider(name),
        _ => null,
    };
}

using System.Collections;
using PaymentCrypto.Api;
using PaymentCrypto.Providers;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>
/// The keys and aliases that a provider has, for completion: as many as it tells before a person at the prompt would notice the
/// wait. No store is created for it, and nothing that goes wrong is ever seen.
/// </summary>
internal sealed class StoredKeys
{
    private const int PageSize = 100;
    private const int MostPages = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly List<KeySummary> _keys = [];
    private readonly List<Alias> _aliases = [];
    private bool _closed;

    private StoredKeys()
    {
    }

    /// <summary>The keys.</summary>
    public IReadOnlyList<KeySummary> Keys => _keys;

    /// <summary>The aliases.</summary>
    public IReadOnlyList<Alias> Aliases => _aliases;

    /// <summary>Asks the provider that a command line means.</summary>
    /// <param name="fakeBoundParameters">What is on the command line.</param>
    /// <param name="state">Only keys in this state; null for any.</param>
    public static StoredKeys Read(IDictionary fakeBoundParameters, string? state)
    {
        var stored = new StoredKeys();
        try
        {
            PcSession session = PcSession.Current;
            Provider? provider = ProviderOf(fakeBoundParameters["Provider"]);
            ProviderSettings settings = provider?.Settings ?? session.Settings(provider?.ProviderName);
            using var patience = new CancellationTokenSource(Patience);
            Task.Run(() => stored.ReadAsync(session, settings, keep: provider?.Settings is null, state, patience.Token)).Wait(Patience);
        }
        catch (Exception)
        {
            // Completion is silent: the cmdlet itself will say what is wrong.
        }

        stored.Close();
        return stored;
    }

    private static Provider? ProviderOf(object? argument) => argument switch
    {
        Provider provider => provider,
        string text when Enum.TryParse(text, ignoreCase: true, out ProviderName name) && Enum.IsDefined(name) => new Provider(name),
        _ => null,
    };

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

    private async Task ReadAsync(PcSession session, ProviderSettings settings, bool keep, string? state, CancellationToken cancel)
    {
        using ProviderConnection? connection = Open(session, settings, keep);
        if (connection is null)
        {
            return;
        }

        var aliases = new ListAliasesRequest { MaxResults = PageSize };
        for (int page = 0; page < MostPages; page++)
        {
            ListAliasesResponse response = await connection.SendAsync(aliases, cancel).ConfigureAwait(false);
            Add(_aliases, response.Aliases!);
            aliases = aliases with { NextToken = response.NextToken };
            if (response.NextToken is null)
            {
                break;
            }
        }

        var keys = new ListKeysRequest { MaxResults = PageSize, KeyState = state };
        for (int page = 0; page < MostPages; page++)
        {
            ListKeysResponse response = await connection.SendAsync(keys, cancel).ConfigureAwait(false);
            Add(_keys, response.Keys!);
            keys = keys with { NextToken = response.NextToken };
            if (response.NextToken is null)
            {
                break;
            }
        }
    }

    private void Add<T>(List<T> list, IEnumerable<T> items)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                list.AddRange(items);
            }
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }
}

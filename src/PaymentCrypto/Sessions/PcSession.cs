using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using System.Security;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Sessions;

/// <summary>
/// What the module remembers in one runspace: the provider that the user chose, the engines that it holds open,
/// and the endpoints that it has started. It ends
/// with the runspace, or when the module is removed from it.
/// </summary>
internal sealed class PcSession : IDisposable
{
    private static readonly ConditionalWeakTable<Runspace, PcSession> ByRunspace = [];

    private readonly object _gate = new();
    private readonly Dictionary<ProviderName, ProviderSettings> _chosen = [];
    private readonly Dictionary<ProviderName, ProviderConnection> _held = [];
    private ProviderName? _current;

    private PcSession(Runspace runspace) => runspace.StateChanged += OnRunspaceStateChanged;

    /// <summary>The session of the calling thread's runspace.</summary>
    public static PcSession Current => ByRunspace.GetValue(Runspace.DefaultRunspace, static runspace => new PcSession(runspace));

    /// <summary>Ends the session of the calling thread's runspace, if it ever began.</summary>
    public static void EndCurrent()
    {
        if (Runspace.DefaultRunspace is { } runspace && ByRunspace.TryGetValue(runspace, out PcSession? session))
        {
            session.Dispose();
        }
    }

    /// <summary>The endpoints that were started here.</summary>
    public SessionEndpoints Endpoints { get; } = new();

    /// <summary>What AWS has answered to completion lately.</summary>
    public KeptAnswers Answers { get; } = new(TimeProvider.System);

    /// <summary>What the user chose for a provider, or else what the environment says.</summary>
    /// <param name="name">The provider; null for the session's own.</param>
    public ProviderSettings Settings(ProviderName? name = null)
    {
        lock (_gate)
        {
            ProviderName wanted = name ?? _current ?? ProviderEnvironment.Name();
            return _chosen.TryGetValue(wanted, out ProviderSettings? settings) ? settings : ProviderEnvironment.Settings(wanted);
        }
    }

    /// <summary>Makes a provider the session's own. The session takes over the connection.</summary>
    public void Choose(ProviderConnection connection)
    {
        lock (_gate)
        {
            _current = connection.Settings.Name;
            _chosen[connection.Settings.Name] = connection.Settings;
        }

        Hold(connection);
    }

    /// <summary>Makes a provider the session's own that will be opened when it is used. Another one of the same name is let go.</summary>
    public void Return(ProviderSettings settings)
    {
        ProviderConnection? other = null;
        lock (_gate)
        {
            _current = settings.Name;
            _chosen[settings.Name] = settings;
            if (_held.TryGetValue(settings.Name, out ProviderConnection? held) && held.Settings != settings)
            {
                _held.Remove(settings.Name, out other);
            }
        }

        other?.Dispose();
    }

    /// <summary>A connection of the caller's own to a provider that the session holds open; null if it does not.</summary>
    public ProviderConnection? Find(ProviderSettings settings)
    {
        lock (_gate)
        {
            return _held.TryGetValue(settings.Name, out ProviderConnection? held)
                && (settings.Name == ProviderName.Aws
                    ? held.Settings.Aws == settings.Aws
                    : held.Settings.Scope == settings.Scope && held.Settings.Local.EngineKey == settings.Local.EngineKey) ? held.Share() : null;
        }
    }

    /// <summary>A connection of the caller's own to whichever provider of a name the session holds open; null if there is none.</summary>
    public ProviderConnection? FindHeld(ProviderName name)
    {
        lock (_gate)
        {
            return _held.TryGetValue(name, out ProviderConnection? held) ? held.Share() : null;
        }
    }

    /// <summary>Keeps a connection open for the cmdlets to come, in place of an older one of the same provider.</summary>
    public void Hold(ProviderConnection connection)
    {
        ProviderConnection? former;
        lock (_gate)
        {
            _held.Remove(connection.Settings.Name, out former);
            _held.Add(connection.Settings.Name, connection);
        }

        former?.Dispose();
    }

    /// <summary>
    /// The store's protection was changed through this connection: remember what opens it now, and hand its engine to nobody
    /// who still comes with what opened it before.
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="passphrase">The new passphrase; null for a key file.</param>
    public void ReplacePassphrase(ProviderConnection connection, SecureString? passphrase)
    {
        if (connection.Settings.Local.MemoryStore is not null)
        {
            // Nothing opens a store in memory a second time.
            return;
        }

        connection.Retire();
        SecureString? copy = passphrase?.Copy();
        copy?.MakeReadOnly();
        ProviderConnection? former = null;
        lock (_gate)
        {
            // What is held was opened the old way and must not answer for it any more.
            if (_held.TryGetValue(connection.Settings.Name, out ProviderConnection? held)
                && held.Settings.Local.EngineKey == connection.Settings.Local.EngineKey)
            {
                _held.Remove(connection.Settings.Name, out former);
            }

            if (Settings(connection.Settings.Name).Local.EngineKey == connection.Settings.Local.EngineKey)
            {
                _chosen[connection.Settings.Name] = connection.Settings with { Local = connection.Settings.Local with { Passphrase = copy } };
            }
        }

        former?.Dispose();
    }

    /// <summary>Closes what the session holds open on a local store whose content is about to be replaced. It is opened again when it is used.</summary>
    /// <param name="isMeant">Whether settings are those of that store.</param>
    public void Release(Predicate<ProviderSettings> isMeant)
    {
        ProviderConnection? held;
        lock (_gate)
        {
            if (!_held.TryGetValue(ProviderName.Local, out held) || !isMeant(held.Settings))
            {
                return;
            }

            _held.Remove(ProviderName.Local);
        }

        held.Dispose();
    }

    /// <summary>Remembers what opens the session's own local store from now on.</summary>
    /// <param name="isMeant">Whether settings are those of the store.</param>
    /// <param name="passphrase">The passphrase; null for a key file.</param>
    public void Remember(Predicate<ProviderSettings> isMeant, SecureString? passphrase)
    {
        SecureString? copy = passphrase?.Copy();
        copy?.MakeReadOnly();
        lock (_gate)
        {
            ProviderSettings settings = Settings(ProviderName.Local);
            if (isMeant(settings))
            {
                _chosen[ProviderName.Local] = settings with { Local = settings.Local with { Passphrase = copy } };
            }
        }
    }

    /// <summary>Lets go of everything. The session may be used again and then starts afresh.</summary>
    public void Dispose()
    {
        Endpoints.Stop();
        ProviderConnection[] held;
        lock (_gate)
        {
            held = [.. _held.Values];
            _held.Clear();
            _chosen.Clear();
            _current = null;
        }

        Answers.Forget();
        foreach (ProviderConnection connection in held)
        {
            connection.Dispose();
        }
    }

    private void OnRunspaceStateChanged(object? sender, RunspaceStateEventArgs e)
    {
        if (e.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
        {
            Dispose();
        }
    }
}

using System.Collections.Concurrent;
using System.Reflection;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Endpoint.Protocol;
using PaymentCrypto.Hosting.Seeds;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Hosting.Services;

/// <summary>
/// Engine and endpoint as one running service. It starts whole or not at all: the seed is read and tried in memory, and the port taken,
/// before a store is made. Only an empty store in memory, of which nothing can be wrong but the installation, is still being made when the endpoint
/// listens already: <see cref="Opened"/>.
/// </summary>
internal sealed class LocalService : IServiceControl, IAsyncDisposable
{
    private static int HasRehearsed;

    private readonly LocalServiceOptions _options;
    private readonly MovedClock _clock;
    private readonly SeedPlan? _seed;
    private readonly BackupCopy? _backup;
    private readonly ConcurrentDictionary<AccountScope, ServiceProvider> _providers = new();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _changing = new(1);
    private LiveEngine? _engine;
    private int _closed;

    private LocalService(LocalServiceOptions options)
    {
        _options = options;
        _clock = new MovedClock(options.TimeOffset);
        _seed = options.Seed is { } seed ? SeedPlan.Read(seed.Utf8.Span, seed.Format, SeedSource.LinesOf(seed.Name)) : null;
        if (_seed is not null && !options.InMemory)
        {
            using ILocalEngine rehearsal = options.Engines.Open(new LocalEngineOptions { InMemory = true, TimeProvider = _clock, KeyPairStock = 0 });
            Plant(rehearsal, _seed, CancellationToken.None);
        }

        if (Interlocked.Exchange(ref HasRehearsed, 1) == 0)
        {
            _ = Task.Run(Rehearsal.RunAsync);
        }

        // Nothing of a store in memory stays, whatever becomes of the port: it is made while that is taken, on another processor.
        Task<LiveEngine>? opening = options.InMemory && options.Backup is null ? Task.Run(Open) : null;
        try
        {
            Endpoint = Listen(options);
        }
        catch
        {
            Discard(opening);
            throw;
        }

        if (opening is not null && _seed is null)
        {
            _ = TakeAsync(opening);
            return;
        }

        try
        {
            _backup = options.Backup is null ? null : BackupCopy.Of(options.Backup, options.Passphrase, options.BackupKeyFile);
            _engine = opening is null ? Open() : opening.GetAwaiter().GetResult();
            _opened.SetResult();
        }
        catch (Exception exception)
        {
            GiveUp(exception);
            throw;
        }
    }

    /// <summary>The endpoint in front.</summary>
    public IEndpoint Endpoint { get; }

    /// <summary>Ends when the store is open; what is called before waits for it. It fails when there is none, and then the endpoint has ended.</summary>
    public Task Opened => _opened.Task;

    /// <summary>What the user should know about the store, once it is open, one sentence each.</summary>
    public IReadOnlyList<string> Warnings => Volatile.Read(ref _engine)!.Engine.OpeningWarnings;

    /// <summary>The version of PaymentCrypto. Looked up by who asks for it: it takes a part of the time of a start.</summary>
    public static string Version =>
        typeof(LocalService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Where a backup is unpacked; null when none is served.</summary>
    internal string? CopyDirectory => _backup?.Directory;

    /// <inheritdoc/>
    public TimeSpan TimeOffset => _clock.Offset;

    /// <summary>
    /// Makes the store of the first one in memory, on the caller's thread and before the options of the service are known: most of a start is waiting for it.
    /// </summary>
    public static void PrepareStoreInMemory() => MemoryDatabases.Prepare();

    /// <summary>Starts one; it listens when this returns.</summary>
    /// <exception cref="PaymentCryptographyException">Something about the options, the seed, the store or the port is wrong; nothing runs.</exception>
    public static LocalService Start(LocalServiceOptions options) => new(options);

    /// <inheritdoc/>
    public ServiceDescription Describe() => new()
    {
        Version = Version,
        Scope = _options.Scope,
        Store = _options.Backup is not null ? "backup" : _options.InMemory ? "memory" : "directory",
        ReadOnly = _options.Backup is not null,
    };

    /// <inheritdoc/>
    public void MoveClock(TimeSpan offset) => _clock.Move(offset);

    /// <inheritdoc/>
    public void AdvanceClock(TimeSpan by) => _clock.Advance(by);

    /// <inheritdoc/>
    public async Task<int> ResetAsync(CancellationToken cancel)
    {
        if (!_options.InMemory || _options.Backup is not null)
        {
            throw new InvalidConfigurationException(
                "PcResetRefused",
                "Only a service whose store is in memory begins anew; this one keeps its store. Stop it and start one with another directory.");
        }

        await Opened.WaitAsync(cancel).ConfigureAwait(false);
        await _changing.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            _clock.Move(_options.TimeOffset);
            LiveEngine fresh = Open();
            Interlocked.Exchange(ref _engine, fresh)!.Leave();
            return _seed?.Request.Keys!.Count ?? 0;
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public Task<SeedResponse> SeedAsync(ReadOnlyMemory<byte> plan, SeedFormat format, CancellationToken cancel) =>
        SeedAsync(plan, format, SeedSource.LinesOf("seed"), cancel);

    /// <summary>Makes the keys of a seed: all of them, or none when one is wrong.</summary>
    /// <param name="plan">The seed's text.</param>
    /// <param name="format">Its form.</param>
    /// <param name="source">What stands in errors before the number of a line.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidConfigurationException">The seed is wrong.</exception>
    public async Task<SeedResponse> SeedAsync(ReadOnlyMemory<byte> plan, SeedFormat format, string source, CancellationToken cancel)
    {
        var seed = SeedPlan.Read(plan.Span, format, source);
        try
        {
            return await ProviderOf(_options.Scope).SendAsync(seed.Request, cancel).ConfigureAwait(false);
        }
        catch (SeedRefusedException refused)
        {
            throw seed.Error(refused);
        }
    }

    /// <summary>The service for an account and region.</summary>
    public IPaymentCryptography ProviderOf(AccountScope scope) =>
        _providers.GetOrAdd(scope, static (key, service) => new ServiceProvider(key, service.Enter, service._options.Backup is not null), this);

    /// <summary>Lets the requests in hand finish, and closes the store.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        await Endpoint.StopAsync(cancel).ConfigureAwait(false);
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            await Opened.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Volatile.Read(ref _engine)?.Leave();
            _backup?.Dispose();
            _changing.Dispose();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync(CancellationToken.None).ConfigureAwait(false);

    private IEndpoint Listen(LocalServiceOptions options) => new EndpointFactory().Start(
        new EndpointOptions
        {
            Address = options.Address,
            Port = options.Port,
            AccessKeys = options.AccessKeys,
            DefaultAccountId = options.Scope.AccountId,
            DefaultRegion = options.Scope.Region,
            Certificate = options.Certificate,
            Control = this,
            ManagementToken = options.ManagementToken,
            // The page has the latest calls; nobody asks a service for more.
            KeepsLog = false,
        },
        ProviderOf);

    private async Task TakeAsync(Task<LiveEngine> opening)
    {
        try
        {
            Volatile.Write(ref _engine, await opening.ConfigureAwait(false));
            _opened.SetResult();
        }
        catch (Exception exception)
        {
            GiveUp(exception);
        }
    }

    // Whoever has called already must not wait for ever.
    private void GiveUp(Exception exception)
    {
        _opened.SetException(exception);
        Endpoint.Dispose();
        _backup?.Dispose();
    }

    private static void Discard(Task<LiveEngine>? opening)
    {
        try
        {
            opening?.GetAwaiter().GetResult().Leave();
        }
        catch (PaymentCryptographyException)
        {
            // There is none, and what is wrong with the port is said first.
        }
    }

    private void Plant(ILocalEngine engine, SeedPlan seed, CancellationToken cancel)
    {
        try
        {
            engine.ForScope(_options.Scope).SendAsync(seed.Request, cancel).GetAwaiter().GetResult();
        }
        catch (SeedRefusedException refused)
        {
            throw seed.Error(refused);
        }
    }

    private LiveEngine Open()
    {
        ILocalEngine engine = _options.Engines.Open(new LocalEngineOptions
        {
            InMemory = _options.InMemory && _backup is null,
            Directory = _backup?.Directory ?? _options.Directory,
            Passphrase = _options.Passphrase,
            Conformance = _options.Conformance,
            TimeProvider = _clock,
            KeyPairStock = _backup is null ? _options.KeyPairStock : 0,
        });
        try
        {
            if (_seed is not null)
            {
                Plant(engine, _seed, CancellationToken.None);
            }

            return new LiveEngine(engine);
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    // Between the port and the store there is a moment in which a call may come already.
    private LiveEngine Enter()
    {
        while (true)
        {
            // What is wrong with a store is for who started the service: a client that has called already learns only that there is none.
            Opened.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
            LiveEngine engine = Volatile.Read(ref _engine) ?? throw new ObjectDisposedException(nameof(LocalService));
            if (engine.TryEnter())
            {
                return engine;
            }

            ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, this);
        }
    }
}

using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>An engine that several sessions may use, opened by the first of them. Counted by <see cref="SharedEngines"/>.</summary>
internal sealed class SharedEngine(LocalEngineKey key, Func<ILocalEngine> open)
{
    private readonly Lazy<ILocalEngine> _engine = new(open);

    /// <summary>What its users have in common.</summary>
    public LocalEngineKey Key { get; } = key;

    /// <summary>How many leases there are. Guarded by the lock of <see cref="SharedEngines"/>.</summary>
    public int Leases { get; set; }

    /// <summary>The engine; opening it may take time or fail.</summary>
    public ILocalEngine Engine => _engine.Value;

    /// <summary>Closes the engine if it was ever opened.</summary>
    public void Close()
    {
        if (_engine.IsValueCreated)
        {
            _engine.Value.Dispose();
        }
    }
}

using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>One use of a shared engine. The engine closes when its last lease is disposed.</summary>
internal sealed class EngineLease : IProviderLease
{
    private readonly SharedEngine _shared;
    private int _disposed;

    public EngineLease(SharedEngine shared) => _shared = shared;

    /// <summary>The engine, open.</summary>
    public ILocalEngine Engine => _shared.Engine;

    public IProviderLease Share() => SharedEngines.Share(_shared);

    /// <summary>No one else gets this engine from now on: its key no longer says what opens the store.</summary>
    public void Retire() => SharedEngines.Retire(_shared);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            SharedEngines.Release(_shared);
        }
    }
}

using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Hosting.Services;

/// <summary>An engine that is closed when nobody uses it any more: a reset puts another in its place while calls are in hand.</summary>
internal sealed class LiveEngine(ILocalEngine engine)
{
    // One is the service's own share.
    private int _shares = 1;

    /// <summary>The engine.</summary>
    public ILocalEngine Engine => engine;

    /// <summary>Takes a share for a call; false when it is closed already.</summary>
    public bool TryEnter()
    {
        int seen = Volatile.Read(ref _shares);
        while (seen > 0)
        {
            int found = Interlocked.CompareExchange(ref _shares, seen + 1, seen);
            if (found == seen)
            {
                return true;
            }

            seen = found;
        }

        return false;
    }

    /// <summary>Gives a share back; the last one closes the engine.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _shares) == 0)
        {
            engine.Dispose();
        }
    }
}

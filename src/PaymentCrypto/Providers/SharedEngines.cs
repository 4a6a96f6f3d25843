using PaymentCrypto.Api;
using PaymentCrypto.Isolation;

namespace PaymentCrypto.Providers;

/// <summary>
/// Every open engine of the process. Sessions with the same settings share one, so that eight parallel runspaces do not open
/// eight engines on one file.
/// </summary>
internal static class SharedEngines
{
    private static readonly object Gate = new();
    private static readonly Dictionary<LocalEngineKey, SharedEngine> ByKey = [];

    /// <summary>A lease on the engine with these settings, which is opened if nobody has it open.</summary>
    /// <exception cref="PaymentCryptographyException">It cannot be opened.</exception>
    public static EngineLease Acquire(LocalSettings settings)
    {
        LocalEngineKey key = settings.EngineKey;
        SharedEngine? shared;
        lock (Gate)
        {
            if (!ByKey.TryGetValue(key, out shared))
            {
                settings.MemoryStore?.Open();
                shared = new SharedEngine(key, () => EngineLibrary.CreateLocalEngineFactory().Open(settings.ToEngineOptions()));
                ByKey.Add(key, shared);
            }

            shared.Leases++;
        }

        var lease = new EngineLease(shared);
        try
        {
            // Outside the lock: opening may wait for another process.
            _ = shared.Engine;
            return lease;
        }
        catch
        {
            Retire(shared);
            lease.Dispose();
            throw;
        }
    }

    /// <summary>One more lease on an engine of which the caller has one.</summary>
    public static EngineLease Share(SharedEngine shared)
    {
        lock (Gate)
        {
            shared.Leases++;
        }

        return new EngineLease(shared);
    }

    /// <summary>Gives one lease back.</summary>
    public static void Release(SharedEngine shared)
    {
        lock (Gate)
        {
            if (--shared.Leases > 0)
            {
                return;
            }

            Remove(shared);
        }

        shared.Close();
    }

    /// <summary>Serves this engine to nobody new.</summary>
    public static void Retire(SharedEngine shared)
    {
        lock (Gate)
        {
            Remove(shared);
        }
    }

    private static void Remove(SharedEngine shared)
    {
        if (ByKey.TryGetValue(shared.Key, out SharedEngine? current) && ReferenceEquals(current, shared))
        {
            ByKey.Remove(shared.Key);
        }
    }
}

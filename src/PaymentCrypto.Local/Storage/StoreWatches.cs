using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// The watches of a store: as many as there were ever callers at the same moment, so that none waits for another while SQLite asks the operating
/// system for its locks. Whichever of them sees that somebody has written counts one generation further, for all.
/// </summary>
internal sealed class StoreWatches(Func<StoreConnection> connect) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentStack<StoreWatch> _idle = new();
    private long _generation;
    private volatile bool _disposed;

    /// <summary>
    /// The generation of the store's content. It may grow without a write, when a watch sees late what another saw before, and never stays the same
    /// over a write.
    /// </summary>
    /// <exception cref="SqliteException">The store can't be read.</exception>
    public long Generation()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        StoreWatch watch = _idle.TryPop(out StoreWatch? idle) ? idle : new StoreWatch(connect());
        try
        {
            // A new watch knows of nothing before it, and says that everything has changed.
            if (watch.HasChanged())
            {
                Interlocked.Increment(ref _generation);
            }
        }
        catch
        {
            watch.Dispose();
            throw;
        }

        Return(watch);
        return Interlocked.Read(ref _generation);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryPop(out StoreWatch? watch))
        {
            watch.Dispose();
        }
    }

    private void Return(StoreWatch watch)
    {
        if (_disposed || _idle.Count >= MostIdle)
        {
            watch.Dispose();
            return;
        }

        _idle.Push(watch);
        if (_disposed)
        {
            Dispose();
        }
    }
}

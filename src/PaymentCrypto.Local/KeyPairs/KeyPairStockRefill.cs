using System.Collections.Concurrent;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyPairs;

/// <summary>
/// Refills the stock on one background thread of low priority, which never keeps the process alive and ends when there is nothing
/// to do. It waits for a lull: a burst of calls has the processor to itself as long as there are pairs for it. Several processes
/// may refill one stock: the insert itself keeps to the size.
/// </summary>
internal sealed class KeyPairStockRefill : IDisposable
{
    private static readonly TimeSpan Lull = TimeSpan.FromMilliseconds(250);

    private readonly StoreDatabase _database;
    private readonly SecretVault _vault;
    private readonly int _size;
    private readonly Func<int, RsaKeyPair> _generate;
    private readonly ConcurrentDictionary<string, bool> _wanted = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private Thread? _worker;
    private bool _used;
    private bool _urgent;
    private volatile bool _stopped;

    /// <summary>Prepares the refill; no thread runs until something is requested.</summary>
    public KeyPairStockRefill(StoreDatabase database, SecretVault vault, int size, Func<int, RsaKeyPair> generate)
    {
        _database = database;
        _vault = vault;
        _size = size;
        _generate = generate;
    }

    /// <summary>Asks for the stock of an algorithm to be filled up. Returns at once.</summary>
    /// <param name="algorithm">One of the service's RSA algorithms.</param>
    /// <param name="empty">Nothing was left: do not wait for a lull.</param>
    public void Request(string algorithm, bool empty)
    {
        _wanted[algorithm] = true;
        lock (_gate)
        {
            _used = true;
            if (empty)
            {
                _urgent = true;
                Monitor.PulseAll(_gate);
            }

            if (_worker is null && !_stopped)
            {
                _worker = new Thread(Work) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "PaymentCrypto key pair stock" };
                // On the pool: whoever starts a thread waits until it runs, which takes a tenth of the time of a token.
                ThreadPool.UnsafeQueueUserWorkItem(static worker => worker.Start(), _worker, preferLocal: false);
            }
        }
    }

    /// <summary>Asks the thread to end; does not wait for the pair that it is making.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _stopped = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Work()
    {
        while (NextWanted() is string algorithm)
        {
            try
            {
                Fill(algorithm);
            }
            catch (Exception e) when (e is PaymentCryptographyException or ObjectDisposedException)
            {
                // The stock is a convenience: a full disk or a busy store shows itself in the caller's own next operation,
                // and a pair that could not be kept is made again after the next use.
                _wanted.TryRemove(algorithm, out _);
            }
        }
    }

    private string? NextWanted()
    {
        lock (_gate)
        {
            string? algorithm = _stopped ? null : _wanted.Keys.FirstOrDefault();
            if (algorithm is null)
            {
                _worker = null;
            }

            return algorithm;
        }
    }

    private void Fill(string algorithm)
    {
        // Removed first: a request that arrives while we fill is not lost.
        _wanted.TryRemove(algorithm, out _);
        while (AwaitLull() && _database.Read(connection => KeyPairStockTable.Count(connection, algorithm)) < _size)
        {
            using RsaKeyPair pair = _generate(RsaKeySize.BitsOf(algorithm)!.Value);
            if (!_stopped)
            {
                _database.Write(connection => KeyPairStockTable.AddUpTo(connection, _vault, algorithm, pair, _size));
            }
        }
    }

    // False when it is time to end.
    private bool AwaitLull()
    {
        lock (_gate)
        {
            while (_used && !_urgent && !_stopped)
            {
                _used = false;
                Monitor.Wait(_gate, Lull);
            }

            _used = false;
            _urgent = false;
            return !_stopped;
        }
    }
}

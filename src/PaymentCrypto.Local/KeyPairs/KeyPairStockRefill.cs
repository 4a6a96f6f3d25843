using System.Collections.Concurrent;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyPairs;

/// <summary>
/// Refills the stock on one background thread of low priority, which never keeps the process alive and ends when there is nothing
/// to do. Several processes may refill one stock: the insert itself keeps to the size.
/// </summary>
internal sealed class KeyPairStockRefill : IDisposable
{
    private readonly StoreDatabase _database;
    private readonly SecretVault _vault;
    private readonly int _size;
    private readonly Func<int, RsaKeyPair> _generate;
    private readonly ConcurrentDictionary<string, bool> _wanted = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private Thread? _worker;
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
    public void Request(string algorithm)
    {
        _wanted[algorithm] = true;
        lock (_gate)
        {
            if (_worker is null && !_stopped)
            {
                _worker = new Thread(Work) { IsBackground = true, Priority = ThreadPriority.Lowest, Name = "PaymentCrypto key pair stock" };
                _worker.Start();
            }
        }
    }

    /// <summary>Asks the thread to end; does not wait for the pair that it is making.</summary>
    public void Dispose() => _stopped = true;

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
        while (!_stopped && _database.Read(connection => KeyPairStockTable.Count(connection, algorithm)) < _size)
        {
            using RsaKeyPair pair = _generate(RsaKeySize.BitsOf(algorithm)!.Value);
            if (!_stopped)
            {
                _database.Write(connection => KeyPairStockTable.AddUpTo(connection, _vault, algorithm, pair, _size));
            }
        }
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>Expanded engines of one key. There are as many as there were ever callers at the same moment, usually one.</summary>
internal sealed class BlockEnginePool : IDisposable
{
    private readonly ConcurrentStack<BlockEngine> _others = [];
    private readonly object _gate = new();
    private readonly IDisposable _keyOwner;
    private readonly Func<BlockEngine> _create;
    private BlockEngine? _first;
    private volatile bool _disposed;

    public BlockEnginePool(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        if (algorithm == BlockCipherAlgorithm.Aes)
        {
            (_keyOwner, _create) = Platform(Aes.Create(), key);
        }
        else
        {
            var copy = SecretBuffer.CopyOf(key);
            (_keyOwner, _create) = (copy, () => new TdesEngine(copy.Span));
        }
    }

    public BlockEngine Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        BlockEngine? engine = Interlocked.Exchange(ref _first, null);
        if (engine is not null || _others.TryPop(out engine))
        {
            return engine;
        }

        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _create();
        }
    }

    public void Return(BlockEngine engine)
    {
        if (Interlocked.CompareExchange(ref _first, engine, null) is not null)
        {
            _others.Push(engine);
        }

        if (_disposed)
        {
            DisposeEngines();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _keyOwner.Dispose();
        }

        DisposeEngines();
    }

    private static (IDisposable KeyOwner, Func<BlockEngine> Create) Platform(SymmetricAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        algorithm.Mode = CipherMode.ECB;
        algorithm.Padding = PaddingMode.None;
        byte[] copy = key.ToArray();
        algorithm.Key = copy;
        CryptographicOperations.ZeroMemory(copy);
        return (algorithm, () => new PlatformEngine(algorithm));
    }

    private void DisposeEngines()
    {
        Interlocked.Exchange(ref _first, null)?.Dispose();
        while (_others.TryPop(out BlockEngine? engine))
        {
            engine.Dispose();
        }
    }
}

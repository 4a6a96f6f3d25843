using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.KeyPairs;

/// <summary>
/// Ready RSA key pairs, sealed in the store. Making one costs 200 ms and more; taking one from here costs a read. A pair is taken
/// in the transaction that records its owner, so that it is handed out once, ever, whatever crashes when.
/// </summary>
internal sealed class KeyPairStock : IDisposable
{
    private readonly StoreDatabase _database;
    private readonly SecretVault _vault;
    private readonly Func<int, RsaKeyPair> _generate;
    private readonly KeyPairStockRefill? _refill;

    /// <summary>Opens the stock of a store.</summary>
    /// <param name="database">The store.</param>
    /// <param name="vault">Its vault.</param>
    /// <param name="size">How many pairs of each used algorithm to keep; 0 keeps none.</param>
    /// <param name="generate">Makes a pair of a modulus length in bits.</param>
    public KeyPairStock(StoreDatabase database, SecretVault vault, int size, Func<int, RsaKeyPair> generate)
    {
        _database = database;
        _vault = vault;
        _generate = generate;
        _refill = size > 0 ? new KeyPairStockRefill(database, vault, size, generate) : null;
    }

    /// <summary>
    /// Finds a pair and records its owner. With an empty stock a pair is made on the spot. Afterwards the stock is refilled off the
    /// caller's path.
    /// </summary>
    /// <typeparam name="T">What the caller makes of the pair.</typeparam>
    /// <param name="algorithm">One of the service's RSA algorithms.</param>
    /// <param name="prepare">Everything about the owner that can be done before the write lock is taken, such as signing a certificate.</param>
    /// <param name="record">Writes the owner, in the transaction that takes the pair.</param>
    /// <param name="cancel">Observed before anything is written.</param>
    /// <param name="existing">
    /// Looks once more, under the write lock, for an owner that another call or process has recorded meanwhile and that will do; then
    /// nothing is taken or written.
    /// </param>
    public T Issue<T>(
        string algorithm, Func<RsaKeyPair, T> prepare, Action<StoreConnection, T> record, CancellationToken cancel, Func<StoreConnection, T?>? existing = null)
        where T : class
    {
        while (true)
        {
            using RsaKeyPair pair = _database.Read(connection => KeyPairStockTable.Peek(connection, _vault, algorithm))
                ?? _generate(RsaKeySize.BitsOf(algorithm)!.Value);
            T owner = prepare(pair);
            if (TryRecord(pair, owner, record, existing, cancel) is { } recorded)
            {
                _refill?.Request(algorithm, empty: pair.StockSequence is null);
                return recorded;
            }
        }
    }

    /// <summary>Stops refilling; a pair that is being made is dropped.</summary>
    public void Dispose() => _refill?.Dispose();

    // Null when another process has taken the pair since it was found.
    private T? TryRecord<T>(RsaKeyPair pair, T owner, Action<StoreConnection, T> record, Func<StoreConnection, T?>? existing, CancellationToken cancel)
        where T : class
    {
        T? recorded = null;
        try
        {
            cancel.ThrowIfCancellationRequested();
            recorded = _database.Write(connection =>
            {
                if (existing?.Invoke(connection) is { } found)
                {
                    return found;
                }

                if (pair.StockSequence is long sequence && !KeyPairStockTable.TryTake(connection, sequence))
                {
                    return null;
                }

                record(connection, owner);
                return owner;
            });
            return recorded;
        }
        finally
        {
            if (!ReferenceEquals(recorded, owner))
            {
                // It may hold a copy of the private key.
                (owner as IDisposable)?.Dispose();
            }
        }
    }
}

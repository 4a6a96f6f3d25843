using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Stores;

/// <summary>Seals every secret of a store anew, under another data key, in the transaction of the caller.</summary>
internal static class Resealing
{
    private const string Step = "Sealing every secret anew";
    private const int PageLength = 1024;

    /// <summary>
    /// Every column that holds a sealed secret, and the count of what is in it. A page is at most so many rows after a sequence: rows are
    /// not changed while a query runs over them.
    /// </summary>
    private static readonly (string Count, Func<StoreConnection, long, int, List<(long Sequence, SealedRow Row)>> Page)[] Sources =
    [
        ("SELECT count(*) FROM certificate_authority", CertificateAuthorities.SealedRows),
        ("SELECT count(*) FROM token", TokenTable.SealedRows),
        ("SELECT count(*) FROM key WHERE material_sealed IS NOT NULL", KeyTable.SealedRows),
        ("SELECT count(*) FROM key_pair_stock", KeyPairStockTable.SealedRows),
    ];

    /// <summary>Seals them.</summary>
    /// <param name="connection">The store, in a write transaction.</param>
    /// <param name="former">What they are sealed under.</param>
    /// <param name="current">What they are to be sealed under.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancel">Observed between secrets; what was done is then rolled back with the transaction.</param>
    /// <exception cref="Api.VaultException">A secret does not open: a store that is damaged is not changed.</exception>
    public static void Run(StoreConnection connection, SecretVault former, SecretVault current, IProgress<StoreCareProgress>? progress,
        CancellationToken cancel)
    {
        long total = Sources.Sum(source => (long)connection.Scalar(source.Count)!);
        long done = 0;
        foreach ((string _, Func<StoreConnection, long, int, List<(long Sequence, SealedRow Row)>> page) in Sources)
        {
            long after = 0;
            while (page(connection, after, PageLength) is { Count: > 0 } rows)
            {
                foreach ((long sequence, SealedRow row) in rows)
                {
                    cancel.ThrowIfCancellationRequested();
                    using SecretBuffer secret = former.Open(row.Envelope, row.Identity, row.Name);
                    row.Replace(connection, current.Seal(secret.Span, row.Identity));
                    after = sequence;
                }

                done += rows.Count;
                progress?.Report(new StoreCareProgress(Step, done, total));
            }
        }
    }
}

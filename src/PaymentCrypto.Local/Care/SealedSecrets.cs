using PaymentCrypto.Api;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>Opens every sealed secret of a store, one after another, to see that it authenticates.</summary>
internal static class SealedSecrets
{
    private const string Step = "Opening every sealed secret";
    private const int ReportEvery = 256;

    private static readonly (string Table, Func<StoreConnection, IEnumerable<SealedRecord>> Records)[] Sources =
    [
        ("certificate_authority", CertificateAuthorities.Sealed),
        ("token", TokenTable.Sealed),
        ("key", KeyTable.Sealed),
        ("key_pair_stock", KeyPairStockTable.Sealed),
    ];

    /// <summary>Opens them.</summary>
    /// <param name="store">The store.</param>
    /// <param name="vault">Its vault.</param>
    /// <param name="altered">Told of each record that does not authenticate or cannot be read, with what is wrong.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancel">Observed between records.</param>
    /// <returns>How many authenticated.</returns>
    public static long Verify(
        StoreInspection store, SecretVault vault, Action<string, string> altered, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        var present = Sources.Where(source => store.Has(source.Table)).ToList();
        long total = present.Sum(source => source.Table switch
        {
            "key" => (long)store.Connection.Scalar("SELECT count(*) FROM key WHERE material_sealed IS NOT NULL")!,
            "token" => (long)store.Connection.Scalar("SELECT count(*) FROM token")!,
            "certificate_authority" => (long)store.Connection.Scalar("SELECT count(*) FROM certificate_authority")!,
            _ => (long)store.Connection.Scalar("SELECT count(*) FROM key_pair_stock")!,
        });
        long done = 0;
        long good = 0;
        foreach ((string table, Func<StoreConnection, IEnumerable<SealedRecord>> records) in present)
        {
            try
            {
                foreach (SealedRecord record in records(store.Connection))
                {
                    cancel.ThrowIfCancellationRequested();
                    good += Authenticates(record, vault, altered) ? 1 : 0;
                    if (++done % ReportEvery == 0)
                    {
                        progress?.Report(new StoreCareProgress(Step, done, total));
                    }
                }
            }
            catch (Exception e) when (e is InvalidCastException or FormatException or ArgumentException or OverflowException or PaymentCryptographyException)
            {
                altered($"table {table}", "A record cannot be read: it has values that PaymentCrypto never writes.");
            }
        }

        progress?.Report(new StoreCareProgress(Step, done, total));
        return good;
    }

    private static bool Authenticates(SealedRecord record, SecretVault vault, Action<string, string> altered)
    {
        try
        {
            record.Authenticate(vault);
            return true;
        }
        catch (Exception e) when (e is VaultException or System.Security.Cryptography.CryptographicException)
        {
            altered(record.Name, e is VaultException ? e.Message : "Its certificate cannot be read.");
            return false;
        }
    }
}

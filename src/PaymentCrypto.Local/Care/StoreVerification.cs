using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>Says yes or no to a database that is to be kept: whole, and every sealed secret in it opens.</summary>
internal static class StoreVerification
{
    /// <summary>Verifies it.</summary>
    /// <param name="store">The database.</param>
    /// <param name="vault">Its vault.</param>
    /// <param name="name">How to call it in an error.</param>
    /// <param name="now">For the count of expired tokens.</param>
    /// <param name="progress">Told how far it has got.</param>
    /// <param name="cancel">Observed between records.</param>
    /// <exception cref="StoreException">The database is damaged.</exception>
    /// <exception cref="VaultException">A secret does not authenticate.</exception>
    public static (StoreContents Contents, long Verified) Run(
        StoreInspection store, SecretVault vault, string name, DateTimeOffset now, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        try
        {
            if (store.Connection.All("PRAGMA integrity_check(1)", static row => row.GetString(0)) is not ["ok"])
            {
                throw StoreErrors.Corrupt(name);
            }

            long verified = SealedSecrets.Verify(
                store,
                vault,
                (record, message) => throw new VaultException(VaultFailure.SecretAltered, $"'{name}', {record}: {message}"),
                progress,
                cancel);
            return (StoreCensus.Of(store, now), verified);
        }
        catch (SqliteException e)
        {
            throw StoreErrors.Translate(e, name);
        }
    }
}

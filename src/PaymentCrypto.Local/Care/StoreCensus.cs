using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Care;

/// <summary>Counts what is in a store.</summary>
internal static class StoreCensus
{
    /// <summary>Counts.</summary>
    public static StoreContents Of(StoreInspection store, DateTimeOffset now)
    {
        bool hasKeys = store.Has("key");
        StoreConnection connection = store.Connection;
        return new StoreContents
        {
            Keys = hasKeys ? Number(connection, "SELECT count(*) FROM key WHERE state NOT IN ('DELETE_COMPLETE', 'CREATE_FAILED')") : 0,
            Aliases = hasKeys ? Number(connection, "SELECT count(*) FROM alias") : 0,
            Tokens = Number(connection, "SELECT count(*) FROM token"),
            ExpiredTokens = (long)connection.Scalar("SELECT count(*) FROM token WHERE valid_until <= $now", ("$now", now.ToUnixTimeMilliseconds()))!,
            CertificateAuthorities = Number(connection, "SELECT count(*) FROM certificate_authority"),
            ReadyKeyPairs = Number(connection, "SELECT count(*) FROM key_pair_stock"),
            Scopes = Number(connection, hasKeys
                ? "SELECT count(*) FROM (SELECT account_id, region FROM token UNION SELECT account_id, region FROM key UNION SELECT account_id, region FROM "
                    + "alias)"
                : "SELECT count(*) FROM (SELECT DISTINCT account_id, region FROM token)"),
        };
    }

    private static long Number(StoreConnection connection, string sql) => (long)connection.Scalar(sql)!;
}

using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Quotas;

/// <summary>The service's quotas of an account in a region. Destroyed keys do not count; replicas do.</summary>
internal sealed class QuotaGuard(ServiceQuotas quotas)
{
    /// <summary>Refuses one key more than the quota.</summary>
    public void RequireRoomForKey(StoreConnection connection, AccountScope scope) => Require(Used(connection, "keys", scope), quotas.Keys, "keys", scope);

    /// <summary>Refuses one alias more than the quota.</summary>
    public void RequireRoomForAlias(StoreConnection connection, AccountScope scope) =>
        Require(Used(connection, "aliases", scope), quotas.Aliases, "aliases", scope);

    private static void Require(long used, int quota, string what, AccountScope scope)
    {
        if (used >= quota)
        {
            throw new ServiceQuotaExceededException(
                $"Account {scope.AccountId} has {used} {what} in {scope.Region}, and its quota is {quota}. Delete some, or raise the quota of the provider.");
        }
    }

    private static long Used(StoreConnection connection, string column, AccountScope scope) => (long)(connection.Scalar(
        column == "keys"
            ? "SELECT keys FROM quota_use WHERE account_id = $account AND region = $region"
            : "SELECT aliases FROM quota_use WHERE account_id = $account AND region = $region",
        ("$account", scope.AccountId),
        ("$region", scope.Region)) ?? 0L);
}

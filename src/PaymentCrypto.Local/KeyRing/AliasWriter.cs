using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.KeyRing;

/// <summary>Stores new aliases, in the transaction of the caller.</summary>
internal sealed class AliasWriter(QuotaGuard quotas)
{
    /// <summary>Stores an alias.</summary>
    /// <param name="connection">The store, in a write transaction.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="name">The alias.</param>
    /// <param name="keyArn">The key that it stands for; null for none.</param>
    /// <exception cref="ConflictException">Somebody has it.</exception>
    /// <exception cref="ServiceQuotaExceededException">The account has as many aliases as it may.</exception>
    public AliasRecord Add(StoreConnection connection, AccountScope scope, string name, string? keyArn)
    {
        RequireFree(connection, scope, name);
        quotas.RequireRoomForAlias(connection, scope);
        AliasRecord alias = AliasTarget.Of(connection, scope, name, keyArn);
        AliasTable.Add(connection, scope, alias);
        return alias;
    }

    /// <summary>Refuses an alias that somebody has.</summary>
    /// <exception cref="ConflictException">Somebody has it.</exception>
    public static void RequireFree(StoreConnection connection, AccountScope scope, string name)
    {
        if (AliasTable.Find(connection, scope, name) is not null)
        {
            throw new ConflictException($"The alias '{name}' exists already in {scope.Region}. Choose another name, or move it with UpdateAlias.");
        }
    }
}

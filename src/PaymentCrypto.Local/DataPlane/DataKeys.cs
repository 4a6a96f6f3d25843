using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>Lends the keys that a request names, once they are known to be of the right kind.</summary>
internal sealed class DataKeys(OpenedKeys keys)
{
    /// <summary>Finds a key, checks that it may be used now and for this, and lends it open.</summary>
    /// <param name="context">The caller.</param>
    /// <param name="member">The member of the request that names it.</param>
    /// <param name="identifier">A key ARN, an alias ARN or an alias.</param>
    /// <param name="rule">What the member takes.</param>
    /// <returns>The key; the caller disposes it, which gives it back.</returns>
    /// <exception cref="ResourceNotFoundException">There is no such key.</exception>
    /// <exception cref="ValidationException">It may not be used, or not so.</exception>
    public OpenedKey Lend(OperationContext context, string member, string identifier, KeyRule rule)
    {
        OpenedKey key = keys.Lend(context.Scope, identifier, context.StoreVersion ??= keys.Version());
        try
        {
            rule.Require(member, key.Arn, key.Attributes);
            RequireShowable(context, member, key.Record);
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    // Whoever may have the key itself may see what comes of it; nobody else. Of a pair nobody ever has the private part.
    private static void RequireShowable(OperationContext context, string member, KeyRecord key)
    {
        if (context.Log is null)
        {
            return;
        }

        if (key.Attributes.KeyClass != KeyClass.SymmetricKey)
        {
            throw new StepsRefusedException($"{member} {key.Arn} is of class {key.Attributes.KeyClass}: steps are shown of symmetric keys alone.");
        }

        if (!key.Exportable)
        {
            throw new StepsRefusedException($"{member} {key.Arn} is not exportable, so what is derived from it is not shown.");
        }
    }
}

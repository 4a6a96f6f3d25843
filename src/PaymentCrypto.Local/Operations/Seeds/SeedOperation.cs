using PaymentCrypto.Api;
using PaymentCrypto.Local.Aliases;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Seeds;

/// <summary>Seed: stores test keys and roots, all of them in one transaction.</summary>
internal sealed class SeedOperation(StoreDatabase database, KeyWriter writer, QuotaGuard quotas, SeedKeyMaker maker, SeedRoots roots)
    : LocalOperation<SeedRequest, SeedResponse>
{
    /// <inheritdoc/>
    protected override SeedResponse Execute(SeedRequest request, OperationContext context) => database.Write(connection =>
    {
        for (int index = 0; index < request.Roots.Count; index++)
        {
            roots.Put(connection, request.Roots[index], index, context);
        }

        List<Key> keys = [];
        foreach (SeedKey key in request.Keys!)
        {
            context.Cancel.ThrowIfCancellationRequested();
            keys.Add(KeyReader.Describe(connection, Put(connection, key, keys.Count, context)));
        }

        return new SeedResponse { Keys = keys };
    });

    private KeyRecord Put(StoreConnection connection, SeedKey key, int index, OperationContext context)
    {
        KeyRecord? present = KeyTable.Find(connection, context.Scope, key.KeyId ?? SeedIds.Of(key.Name));
        KeyRecord stored;
        if (present is not null && key is { Material: null, Certificate: null } && !KeyAttributeTable.IsSymmetric(key.KeyAttributes.KeyAlgorithm!))
        {
            // The pair that was made at the first start: there is nothing to compare it with.
            stored = present;
        }
        else
        {
            using NewKey made = maker.Make(connection, key, index, context);
            CheckValue(key, made, index);
            stored = present is null ? Add(connection, made, index, context) : Same(present, made, index);
        }

        if (key.Alias is not null)
        {
            Name(connection, stored, key.Alias, index);
        }

        return stored;
    }

    private static void CheckValue(SeedKey key, NewKey made, int index)
    {
        if (key.KeyCheckValue is { } expected && !string.Equals(expected, made.CheckValue.Value, StringComparison.OrdinalIgnoreCase))
        {
            throw new SeedRefusedException(index, nameof(SeedKey.KeyCheckValue),
                $"The key's check value is {made.CheckValue.Value} ({made.CheckValue.Method}), not {expected}.");
        }
    }

    private KeyRecord Add(StoreConnection connection, NewKey key, int index, OperationContext context)
    {
        try
        {
            return writer.Add(connection, context.Scope, key, context.Now);
        }
        catch (ServiceQuotaExceededException e)
        {
            throw new SeedRefusedException(index, nameof(SeedKey.Name), e.Message, e);
        }
    }

    // A store that is kept is seeded at every start.
    private static KeyRecord Same(KeyRecord present, NewKey planned, int index) =>
        present.Attributes == planned.Attributes && present.CheckValue == planned.CheckValue.Value && present.Exportable == planned.Exportable
            && present.State == KeyState.CreateComplete
            ? present
            : throw new SeedRefusedException(index, nameof(SeedKey.KeyId),
                $"The key {present.Arn} is there already and is another one, or is being deleted. Use another id or alias, or an empty store.");

    private void Name(StoreConnection connection, KeyRecord key, string alias, int index)
    {
        if (AliasTable.Find(connection, key.Scope, alias) is { } taken)
        {
            if (taken.KeyId != key.KeyId)
            {
                throw new SeedRefusedException(index, nameof(SeedKey.Alias),
                    $"The alias '{alias}' is there already{(taken.KeyId is null ? string.Empty : " and stands for another key")}.");
            }

            return;
        }

        try
        {
            quotas.RequireRoomForAlias(connection, key.Scope);
        }
        catch (ServiceQuotaExceededException e)
        {
            throw new SeedRefusedException(index, nameof(SeedKey.Alias), e.Message, e);
        }

        AliasTable.Add(connection, key.Scope, new AliasRecord(alias, key.KeyId));
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Local.Calls;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>Opens the key that encrypts or decrypts a PIN block, in whichever of the three ways a request gives it.</summary>
internal sealed class PinKeys(DataKeys keys, DynamicKeys dynamicKeys)
{
    /// <summary>Opens a key.</summary>
    /// <param name="context">The caller.</param>
    /// <param name="source">How the request gives the key.</param>
    /// <param name="rule">What a key without DUKPT has to be.</param>
    /// <returns>The key; the caller disposes it.</returns>
    public WorkingKey Open(OperationContext context, in PinKeySource source, KeyRule rule)
    {
        if (source.KeySerialNumber is { } serial)
        {
            return source.Wrapped is null
                ? DukptKeys.Derive(
                    keys.Lend(context, source.Member, source.Identifier, KeyRules.PinDukpt),
                    source.DukptMember,
                    serial,
                    source.DerivationType,
                    TdesDukptUsage.Pin,
                    AesDukptUsage.PinEncryption,
                    context.Steps)
                : throw new ValidationException(
                    $"{source.WrappedMember} and the DUKPT attributes exclude each other: a key that comes with the call is used as it is.");
        }

        return source.Wrapped is { } wrapped
            ? dynamicKeys.Open(context, source.Member, source.Identifier, source.WrappedMember, wrapped, rule)
            : new WorkingKey(keys.Lend(context, source.Member, source.Identifier, rule));
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Aliases;

/// <summary>Stored aliases as the service describes them.</summary>
internal static class AliasViews
{
    /// <summary>Describes an alias.</summary>
    public static Alias Of(AccountScope scope, AliasRecord alias) => new()
    {
        AliasName = alias.Name,
        KeyArn = alias.KeyId is null ? null : KeyArn.Of(scope, alias.KeyId),
    };
}

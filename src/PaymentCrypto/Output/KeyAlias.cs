using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>An alias and the key that it stands for.</summary>
public sealed partial class KeyAlias
{
    /// <summary>Creates an empty description.</summary>
    public KeyAlias()
    {
    }

    internal KeyAlias(Api.Alias alias, Origin origin)
    {
        AliasName = alias.AliasName;
        KeyArn = alias.KeyArn;
        KeyId = alias.KeyArn is null ? null : KeyIdentifier.KeyId(alias.KeyArn);
        Provider = origin.Provider.ToString();
        AccountId = origin.AccountId;
        Region = origin.Region;
    }

    /// <summary>The name with its prefix, <c>alias/name</c>.</summary>
    public string? AliasName { get; set; }

    /// <summary>The ARN of the key; null for an alias without one.</summary>
    public string? KeyArn { get; set; }

    /// <summary>The last part of that ARN.</summary>
    public string? KeyId { get; set; }

    /// <summary>The provider that has it.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <inheritdoc/>
    public override string ToString() => AliasName ?? string.Empty;
}

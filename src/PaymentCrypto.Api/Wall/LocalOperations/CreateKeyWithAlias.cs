namespace PaymentCrypto.Api;

/// <summary>
/// A key and its alias in one transaction: both, or neither. The service has no such operation, so that on AWS the alias has to be
/// reserved first and given back if the key cannot be made; on a full disk the second may be as impossible as the first.
/// </summary>
public sealed record CreateKeyWithAliasRequest() : LocalRequest<CreateKeyWithAliasResponse>("CreateKeyWithAlias")
{
    /// <summary>The key.</summary>
    public required CreateKeyRequest Key { get; init; }

    /// <summary>The alias, which nobody may have yet: <c>alias/</c> and a name.</summary>
    public required string AliasName { get; init; }
}

/// <summary>Both.</summary>
public sealed record CreateKeyWithAliasResponse : ApiResponse
{
    /// <summary>The key.</summary>
    public required Key Key { get; init; }

    /// <summary>Its alias.</summary>
    public required Alias Alias { get; init; }
}

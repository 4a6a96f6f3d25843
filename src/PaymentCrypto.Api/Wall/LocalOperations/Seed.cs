using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>
/// Puts test keys and certificate authorities into an account and region: with the same request their ids and check values are the same in every store. All
/// of them or none: one that cannot be stored is a <see cref="SeedRefusedException"/>. One that is there already as described is left alone.
/// </summary>
/// <remarks>Whoever has the request has the keys, also where it gives no material: that is then derived from the key's name alone.</remarks>
public sealed record SeedRequest() : LocalRequest<SeedResponse>("Seed")
{
    /// <summary>The keys, in the order in which they are made; a certificate comes after the authority that vouches for it.</summary>
    [MemberRequired]
    public IReadOnlyList<SeedKey>? Keys { get; init; }

    /// <summary>
    /// The account's certificate authorities, one with an RSA key and one with an elliptic curve key at most; what is not here is made when needed.
    /// </summary>
    public IReadOnlyList<SeedRoot> Roots { get; init; } = [];
}

/// <summary>The keys of a seed as they are in the store, in its order.</summary>
public sealed record SeedResponse : ApiResponse
{
    /// <summary>One for each key of the request.</summary>
    public required IReadOnlyList<Key> Keys { get; init; }
}

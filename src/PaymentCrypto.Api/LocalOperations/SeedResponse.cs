namespace PaymentCrypto.Api;

/// <summary>The keys of a seed as they are in the store, in its order.</summary>
public sealed record SeedResponse : ApiResponse
{
    /// <summary>One for each key of the request.</summary>
    public required IReadOnlyList<Key> Keys { get; init; }
}

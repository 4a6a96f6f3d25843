namespace PaymentCrypto.Api;

/// <summary>What the local engine remembers of one import or export token, without its private key.</summary>
public sealed record TokenSummary : ApiStructure
{
    /// <summary>The token itself.</summary>
    public required string Token { get; init; }

    /// <summary>One of <see cref="TokenDirection"/>.</summary>
    public required string Direction { get; init; }

    /// <summary>One of <see cref="Api.KeyMaterialType"/>.</summary>
    public required string KeyMaterialType { get; init; }

    /// <summary>The algorithm of the token's key; one of <see cref="Api.KeyAlgorithm"/>.</summary>
    public required string KeyAlgorithm { get; init; }

    /// <summary>When the token was made.</summary>
    public required DateTimeOffset CreateTimestamp { get; init; }

    /// <summary>When the token ends.</summary>
    public required DateTimeOffset ParametersValidUntilTimestamp { get; init; }

    /// <summary>Whether it has ended at the engine's clock.</summary>
    public required bool Expired { get; init; }

    /// <summary>Whether ReuseLastGeneratedToken may still return it: at least 7 days left at the engine's clock.</summary>
    public required bool Reusable { get; init; }
}

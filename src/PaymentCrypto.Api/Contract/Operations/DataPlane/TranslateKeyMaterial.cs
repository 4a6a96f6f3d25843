using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Moves a key from an ECDH-derived key to a wrapping key of the service, without keeping it.</summary>
public sealed record TranslateKeyMaterialRequest() : ApiRequest<TranslateKeyMaterialResponse>("TranslateKeyMaterial")
{
    /// <summary>The key as it comes.</summary>
    [MemberRequired]
    public IncomingKeyMaterial? IncomingKeyMaterial { get; init; }

    /// <summary>How the key shall go out.</summary>
    [MemberRequired]
    public OutgoingKeyMaterial? OutgoingKeyMaterial { get; init; }

    /// <summary>How the key check value is computed; one of <see cref="Api.KeyCheckValueAlgorithm"/>.</summary>
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }
}

/// <summary>The key under its new wrapping key.</summary>
public sealed record TranslateKeyMaterialResponse : ApiResponse
{
    /// <summary>The key under its new wrapping key.</summary>
    [MemberRequired]
    public WrappedWorkingKey? WrappedKey { get; init; }
}

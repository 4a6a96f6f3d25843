namespace PaymentCrypto.Api;

/// <summary>Destroys one token and its private key, so that nothing can be imported or exported with it any more.</summary>
public sealed record RevokeTokenRequest() : LocalRequest<RevokeTokenResponse>("RevokeToken")
{
    /// <summary>The token.</summary>
    public required string Token { get; init; }
}

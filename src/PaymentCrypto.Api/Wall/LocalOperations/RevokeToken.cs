namespace PaymentCrypto.Api;

/// <summary>Destroys one token and its private key, so that nothing can be imported or exported with it any more.</summary>
public sealed record RevokeTokenRequest() : LocalRequest<RevokeTokenResponse>("RevokeToken")
{
    /// <summary>The token.</summary>
    public required string Token { get; init; }
}

/// <summary>The token that was destroyed.</summary>
public sealed record RevokeTokenResponse : ApiResponse
{
    /// <summary>What it was.</summary>
    public required TokenSummary Token { get; init; }
}

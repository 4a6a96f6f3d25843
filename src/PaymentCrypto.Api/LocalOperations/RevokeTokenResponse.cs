namespace PaymentCrypto.Api;

/// <summary>The token that was destroyed.</summary>
public sealed record RevokeTokenResponse : ApiResponse
{
    /// <summary>What it was.</summary>
    public required TokenSummary Token { get; init; }
}

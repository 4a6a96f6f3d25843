using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tokens;

/// <summary>What is told about a stored token.</summary>
internal static class TokenSummaries
{
    /// <summary>Describes a token at a moment.</summary>
    public static TokenSummary Of(TokenRecord token, DateTimeOffset now) => new()
    {
        Token = token.Token,
        Direction = token.Kind.Direction,
        KeyMaterialType = token.Kind.KeyMaterialType,
        KeyAlgorithm = token.Kind.KeyAlgorithm,
        CreateTimestamp = token.Created,
        ParametersValidUntilTimestamp = token.ValidUntil,
        Expired = TokenRules.IsExpired(token.ValidUntil, now),
        Reusable = TokenRules.IsReusable(token.Created, token.ValidUntil, now),
    };
}

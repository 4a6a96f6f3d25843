namespace PaymentCrypto.Local.Tokens;

/// <summary>The documented life of a token.</summary>
internal static class TokenRules
{
    /// <summary>Token and certificate end 30 days after they were made.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromDays(30);

    /// <summary>ReuseLastGeneratedToken returns a token that has at least this much left.</summary>
    public static readonly TimeSpan LeastLeftForReuse = TimeSpan.FromDays(7);

    /// <summary>
    /// A token that was made with the clock ahead (a rehearsal with TimeOffset) is not valid yet. Its certificate begins an hour
    /// before it was made, and so does it.
    /// (Under a seed's root that was younger than that the certificate begins with the root, which a clock that is moved back within that hour does not mind.)
    /// </summary>
    public static readonly TimeSpan Backdating = TimeSpan.FromHours(1);

    /// <summary>Whether a token has ended.</summary>
    public static bool IsExpired(DateTimeOffset validUntil, DateTimeOffset now) => validUntil <= now;

    /// <summary>Whether a token may still be handed out again.</summary>
    public static bool IsReusable(DateTimeOffset created, DateTimeOffset validUntil, DateTimeOffset now) =>
        validUntil - now >= LeastLeftForReuse && created - Backdating <= now;
}

namespace PaymentCrypto;

/// <summary>The service's rule for ReuseLastGeneratedToken, as far as a client can tell from the expiry.</summary>
internal static class ReuseRule
{
    /// <summary>A token with less time left is never returned again.</summary>
    public static readonly TimeSpan LeastRemaining = TimeSpan.FromDays(7);
}

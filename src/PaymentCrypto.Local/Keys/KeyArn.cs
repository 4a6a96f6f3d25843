using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Keys;

/// <summary>ARNs of keys, and the ids at their end.</summary>
internal static class KeyArn
{
    private const string Prefix = "arn:aws:payment-cryptography:";

    // Real ids are 16 characters of lower-case base32: 80 random bits.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdLength = 16;

    /// <summary>A new random key id.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Alphabet, IdLength);

    /// <summary>The ARN of a key.</summary>
    public static string Of(AccountScope scope, string keyId) => $"{Prefix}{scope.Region}:{scope.AccountId}:key/{keyId}";

    /// <summary>Takes the ARN of a key or alias apart; false for anything else.</summary>
    /// <param name="arn">What may be an ARN.</param>
    /// <param name="scope">Its account and region.</param>
    /// <param name="resource">What follows them: <c>key/…</c> or <c>alias/…</c>.</param>
    public static bool TryParse(string arn, [NotNullWhen(true)] out AccountScope? scope, [NotNullWhen(true)] out string? resource)
    {
        scope = null;
        resource = null;
        int region = arn.StartsWith(Prefix, StringComparison.Ordinal) ? arn.IndexOf(':', Prefix.Length) : -1;
        int account = region < 0 ? -1 : arn.IndexOf(':', region + 1);
        if (account < 0)
        {
            return false;
        }

        // The form of region and account was checked against the service's pattern before.
        scope = new AccountScope(arn[(region + 1)..account], arn[Prefix.Length..region]);
        resource = arn[(account + 1)..];
        return true;
    }
}

using System.Security.Cryptography;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Tokens;

/// <summary>The token strings: a prefix and 16 base32 characters, as the service's own.</summary>
internal static class TokenText
{
    // 32 symbols × 16 characters: 80 random bits.
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdLength = 16;

    /// <summary>Makes a token with a cryptographically random id.</summary>
    public static string New(string direction) =>
        (direction == TokenDirection.Import ? "import-token-" : "export-token-") + RandomNumberGenerator.GetString(Alphabet, IdLength);
}

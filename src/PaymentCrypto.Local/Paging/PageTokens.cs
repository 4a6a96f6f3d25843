using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Paging;

/// <summary>
/// Opaque tokens for "the page after this". A token names the last item that was sent, not a count, so that pages stay stable while
/// items are added; it is sealed, so that it opens only for the same question in the same account and region of the same store.
/// </summary>
internal sealed class PageTokens(SecretVault vault)
{
    private const int DefaultPage = 50;

    /// <summary>The number of items to send.</summary>
    public static int SizeOf(int? maxResults) => maxResults ?? DefaultPage;

    /// <summary>The token for the page after an item.</summary>
    /// <param name="question">The operation and its filters.</param>
    /// <param name="scope">The account and region.</param>
    /// <param name="last">The last item of this page.</param>
    public string After(string question, AccountScope scope, string last)
    {
        byte[] token = vault.Seal(Encoding.UTF8.GetBytes(last), IdentityOf(question, scope));
        return Convert.ToBase64String(token);
    }

    /// <summary>The item after which the next page starts; null for the first page.</summary>
    /// <exception cref="ValidationException">The token is not one for this question.</exception>
    public string? Read(string question, AccountScope scope, string? token)
    {
        if (token is null)
        {
            return null;
        }

        try
        {
            using SecretBuffer last = vault.Open(Convert.FromBase64String(token), IdentityOf(question, scope), "a page token");
            return Encoding.UTF8.GetString(last.Span);
        }
        catch (Exception e) when (e is FormatException or VaultException)
        {
            throw new ValidationException("NextToken is not one that this operation returned for the same request in this account and region.");
        }
    }

    private static SecretIdentity IdentityOf(string question, AccountScope scope) => SecretIdentity.Of("page", question, scope.AccountId, scope.Region);
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;

namespace PaymentCrypto.Endpoint.Overview;

/// <summary>
/// Reads what is in an account through the operations that anybody has. It changes nothing: the certificate of a key pair is not
/// asked for, since asking issues one. Its work has a bound, however much there is.
/// </summary>
internal static class AccountReader
{
    /// <summary>The keys, aliases and tokens that are read at most.</summary>
    internal const int Most = 200;

    // The most that a page of the listings holds.
    private const int PageSize = 100;

    /// <summary>Reads it.</summary>
    internal static async Task<AccountContents> ReadAsync(IPaymentCryptography provider, CancellationToken cancel)
    {
        Task<TResponse> Ask<TResponse>(ApiRequest<TResponse> request)
            where TResponse : ApiResponse => provider.SendAsync(request, cancel);

        (List<KeySummary> keys, bool moreKeys) = await CollectAsync(async next =>
        {
            ListKeysResponse page = await Ask(new ListKeysRequest { NextToken = next, MaxResults = PageSize }).ConfigureAwait(false);
            return (page.Keys, page.NextToken);
        }).ConfigureAwait(false);
        (List<Alias> aliases, bool moreAliases) = await CollectAsync(async next =>
        {
            ListAliasesResponse page = await Ask(new ListAliasesRequest { NextToken = next, MaxResults = PageSize }).ConfigureAwait(false);
            return (page.Aliases, page.NextToken);
        }).ConfigureAwait(false);
        (List<TokenSummary> tokens, bool moreTokens) = await CollectAsync(async next =>
        {
            ListTokensResponse page = await Ask(new ListTokensRequest { NextToken = next, MaxResults = PageSize }).ConfigureAwait(false);
            return (page.Tokens, page.NextToken);
        }).ConfigureAwait(false);
        List<KeyContents> contents = [];
        foreach (KeySummary key in keys)
        {
            try
            {
                contents.Add(await ReadAsync(provider, key, aliases, moreAliases, cancel).ConfigureAwait(false));
            }
            catch (ResourceNotFoundException)
            {
                // It was destroyed since it was listed.
            }
        }

        return new AccountContents
        {
            Keys = contents,
            MoreKeys = moreKeys,
            Aliases = aliases,
            MoreAliases = moreAliases,
            Tokens = tokens,
            MoreTokens = moreTokens,
        };
    }

    private static async Task<KeyContents> ReadAsync(
        IPaymentCryptography provider, KeySummary key, List<Alias> aliases, bool moreAliases, CancellationToken cancel)
    {
        IEnumerable<Alias> own = aliases.Where(alias => alias.KeyArn == key.KeyArn);
        if (moreAliases)
        {
            own = (await provider.SendAsync(new ListAliasesRequest { KeyArn = key.KeyArn, MaxResults = PageSize }, cancel).ConfigureAwait(false)).Aliases ?? [];
        }

        ListTagsForResourceResponse tags = await provider.SendAsync(new ListTagsForResourceRequest { ResourceArn = key.KeyArn }, cancel).ConfigureAwait(false);
        bool hasCertificate = key.KeyAttributes?.KeyClass == KeyClass.PublicKey && key.KeyState == KeyState.CreateComplete;
        GetPublicKeyCertificateResponse? certificate = hasCertificate
            ? await provider.SendAsync(new GetPublicKeyCertificateRequest { KeyIdentifier = key.KeyArn }, cancel).ConfigureAwait(false)
            : null;
        return new KeyContents(key, [.. own.Select(static alias => alias.AliasName!)], tags.Tags ?? [], CertificateOf(certificate?.KeyCertificate));
    }

    private static async Task<(List<T> Items, bool More)> CollectAsync<T>(Func<string?, Task<(IReadOnlyList<T>? Items, string? Next)>> page)
    {
        List<T> items = [];
        string? next = null;
        do
        {
            (IReadOnlyList<T>? some, next) = await page(next).ConfigureAwait(false);
            items.AddRange(some ?? []);
        }
        while (next is not null && items.Count < Most);
        return (items, next is not null);
    }

    // The service sends base64 of PEM.
    private static CertificateContents? CertificateOf(string? base64)
    {
        if (base64 is null)
        {
            return null;
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(base64)));
            return new CertificateContents(certificate.Subject, certificate.Issuer, certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

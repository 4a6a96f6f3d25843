using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.Keys;
using PaymentCrypto.Inventory;
using PaymentCrypto.Providers;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Inventory;

/// <summary>A cmdlet that takes an inventory, one item after another, so that it takes no more memory with ten thousand keys than with ten.</summary>
public abstract class PcInventoryCmdlet : PcItemCmdlet
{
    private const int PageSize = 100;

    private protected PcInventoryCmdlet()
    {
    }

    /// <summary>What a provider has.</summary>
    /// <param name="connection">The provider.</param>
    /// <param name="kinds">Which kinds of things.</param>
    /// <param name="summary">Only what the listing of keys tells, and their aliases.</param>
    /// <param name="endingOnly">Only what ends by itself, so that a key that has no certificate costs no request of its own.</param>
    private protected IEnumerable<KeyInventoryItem> Read(ProviderConnection connection, string[] kinds, bool summary, bool endingOnly = false)
    {
        // Kinds are asked for in one order, however they were given.
        if (Wanted(kinds, InventoryKind.Key))
        {
            foreach (KeyInventoryItem key in Keys(connection, summary, endingOnly))
            {
                yield return key;
            }
        }

        if (Wanted(kinds, InventoryKind.Alias))
        {
            foreach (KeyInventoryItem alias in UnassignedAliases(connection))
            {
                yield return alias;
            }
        }

        // Only the local engine can tell which tokens there are.
        if (Wanted(kinds, InventoryKind.Token) && connection.Settings.Name == ProviderName.Local)
        {
            foreach (KeyInventoryItem token in Tokens(connection))
            {
                yield return token;
            }
        }
    }

    private protected TResponse Ask<TResponse>(ProviderConnection connection, ApiRequest<TResponse> request)
        where TResponse : ApiResponse => Follow(() => connection.SendAsync(request, Stopped));

    private static bool Wanted(string[] kinds, string kind) => kinds.Contains(kind, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<KeyInventoryItem> Keys(ProviderConnection connection, bool summary, bool endingOnly)
    {
        bool told = summary;
        var aliases = new AliasDirectory(request => Ask(connection, request));
        var request = new ListKeysRequest { MaxResults = PageSize };
        do
        {
            WriteVerbose($"{request.Operation}: {connection}.");
            ListKeysResponse page = Ask(connection, request);
            if (!told)
            {
                TellCost(connection, page, endingOnly);
                told = true;
            }

            foreach (KeySummary listed in page.Keys!.Where(listed => !endingOnly || MayEnd(listed)))
            {
                Begin(listed.KeyArn!);
                yield return Describe(connection, listed, aliases, summary);
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }

    // The service tells a certificate for a public key only; no other key ends by itself.
    private static bool MayEnd(KeySummary listed) => listed.KeyAttributes?.KeyClass == Api.KeyClass.PublicKey && listed.KeyState != Api.KeyState.DeleteComplete;

    // Before the first of them: there is no operation that tells this of more than one key.
    private void TellCost(ProviderConnection connection, ListKeysResponse page, bool endingOnly)
    {
        KeySummary[] live = [.. page.Keys!.Where(static key => key.KeyState != Api.KeyState.DeleteComplete)];
        int certificates = live.Count(MayEnd);
        int requests = endingOnly ? 4 * certificates : (3 * live.Length) + certificates;
        string cost = $"{requests} requests for {(page.NextToken is null ? "the" : "the first")} {page.Keys!.Count} keys"
            + $"{(endingOnly ? ", of which only those with a certificate are asked about" : string.Empty)}: GetKey, ListTagsForResource and "
                + "GetResourcePolicy for each, and a certificate for each public key.";
        if (connection.Settings.Name == ProviderName.Aws && page.NextToken is not null && !endingOnly)
        {
            WriteWarning(
                $"This takes {cost} It goes on like that for more keys than these, within the request quotas of the account. -Summary asks once for 100 keys.");
        }
        else
        {
            WriteVerbose($"This takes {cost} -Summary asks once for 100 keys.");
        }
    }

    private KeyInventoryItem Describe(ProviderConnection connection, KeySummary listed, AliasDirectory aliases, bool summary)
    {
        DateTimeOffset now = connection.Clock.GetUtcNow();
        Api.Key? full = summary ? null : Allowed(() => Ask(connection, new GetKeyRequest { KeyIdentifier = listed.KeyArn }).Key, "its details");
        Key key = full is null ? new Key(listed, connection.Origin) : new Key(full, connection.Origin);
        key.Aliases = Allowed(() => aliases.Of(listed.KeyArn!), "its aliases");
        if (full is null || full.KeyState == Api.KeyState.DeleteComplete)
        {
            return InventoryItems.Of(key, tags: null, policy: null, certificate: null, now);
        }

        using X509Certificate2? certificate = full.KeyAttributes?.KeyClass == Api.KeyClass.PublicKey ? Certificate(connection, full.KeyArn!) : null;
        return InventoryItems.Of(key, Allowed(() => Tags(connection, full.KeyArn!), "its tags"), Policy(connection, full.KeyArn!), certificate, now);
    }

    private List<Tag> Tags(ProviderConnection connection, string keyArn)
    {
        var tags = new List<Tag>();
        var request = new ListTagsForResourceRequest { ResourceArn = keyArn, MaxResults = PageSize };
        do
        {
            ListTagsForResourceResponse page = Ask(connection, request);
            tags.AddRange(page.Tags!);
            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
        return tags;
    }

    // A key without a policy is answered with an error.
    private string? Policy(ProviderConnection connection, string keyArn) =>
        Allowed(() => Ask(connection, new GetResourcePolicyRequest { ResourceArn = keyArn }).Policy, "a policy of it");

    private X509Certificate2? Certificate(ProviderConnection connection, string keyArn)
    {
        string? text = Allowed(() => Ask(connection, new GetPublicKeyCertificateRequest { KeyIdentifier = keyArn }).KeyCertificate, "its certificate");
        X509Certificate2[] certificates = ServiceCertificates.Read(text);
        Array.ForEach(certificates[Math.Min(1, certificates.Length)..], static other => other.Dispose());
        return certificates.FirstOrDefault();
    }

    // Whoever may list keys need not be allowed to read everything about each; and a key may go away meanwhile.
    private T? Allowed<T>(Func<T> ask, string what)
        where T : class?
    {
        try
        {
            return ask();
        }
        catch (ServiceException exception) when (exception is not ThrottlingException and not ServiceUnavailableException and not InternalServerException)
        {
            if (exception is not ResourceNotFoundException)
            {
                WriteVerbose($"The inventory does not have {what}: {exception.Message}");
            }

            return null;
        }
    }

    private IEnumerable<KeyInventoryItem> UnassignedAliases(ProviderConnection connection)
    {
        var request = new ListAliasesRequest { MaxResults = PageSize };
        do
        {
            ListAliasesResponse page = Ask(connection, request);
            foreach (Alias alias in page.Aliases!.Where(static alias => alias.KeyArn is null))
            {
                yield return InventoryItems.Of(new KeyAlias(alias, connection.Origin), connection.Clock.GetUtcNow());
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }

    private IEnumerable<KeyInventoryItem> Tokens(ProviderConnection connection)
    {
        var request = new ListTokensRequest();
        do
        {
            ListTokensResponse page = Ask(connection, request);
            foreach (TokenSummary token in page.Tokens)
            {
                yield return InventoryItems.Of(new ExchangeToken(token, connection.Origin), connection.Clock.GetUtcNow());
            }

            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
    }
}

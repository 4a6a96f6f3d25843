using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Keys;

/// <summary>
/// The aliases of the keys of one listing. ListKeys does not tell them, and one call per key would be slow: all aliases are read
/// at once, unless there are more of them than a new account may have.
/// </summary>
internal sealed class AliasDirectory(Func<ListAliasesRequest, ListAliasesResponse> list)
{
    private const int PageSize = 100;
    private const int MostPages = 20;

    private Dictionary<string, List<string>>? _byKey;
    private bool _complete;

    /// <summary>The aliases of a key, in the service's order.</summary>
    /// <exception cref="ServiceException">They cannot be listed.</exception>
    public string[] Of(string keyArn)
    {
        _byKey ??= ReadAll();
        return _complete
            ? _byKey.TryGetValue(keyArn, out List<string>? names) ? [.. names] : []
            : ReadOne(keyArn);
    }

    /// <summary>The aliases of one key, by a question of its own.</summary>
    public string[] ReadOne(string keyArn)
    {
        var names = new List<string>();
        var request = new ListAliasesRequest { KeyArn = keyArn, MaxResults = PageSize };
        do
        {
            ListAliasesResponse page = list(request);
            names.AddRange(page.Aliases!.Select(static alias => alias.AliasName!));
            request = request with { NextToken = page.NextToken };
        }
        while (request.NextToken is not null);
        return [.. names];
    }

    private Dictionary<string, List<string>> ReadAll()
    {
        var byKey = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var request = new ListAliasesRequest { MaxResults = PageSize };
        for (int pages = 0; pages < MostPages; pages++)
        {
            ListAliasesResponse page = list(request);
            foreach (Alias alias in page.Aliases!.Where(static alias => alias.KeyArn is not null))
            {
                if (!byKey.TryGetValue(alias.KeyArn!, out List<string>? names))
                {
                    byKey.Add(alias.KeyArn!, names = []);
                }

                names.Add(alias.AliasName!);
            }

            if (page.NextToken is null)
            {
                _complete = true;
                return byKey;
            }

            request = request with { NextToken = page.NextToken };
        }

        return [];
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Providers;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>The keys and aliases that a provider has, for completion: as many as it tells in time.</summary>
internal sealed class StoredKeys
{
    private const int PageSize = 100;
    private const int MostPages = 5;

    private readonly object _gate = new();
    private readonly List<KeySummary> _keys = [];
    private readonly List<Alias> _aliases = [];
    private bool _closed;

    private StoredKeys()
    {
    }

    /// <summary>The keys.</summary>
    public IReadOnlyList<KeySummary> Keys => _keys;

    /// <summary>The aliases.</summary>
    public IReadOnlyList<Alias> Aliases => _aliases;

    /// <summary>Asks the provider that a command line means.</summary>
    /// <param name="request">What is on the command line.</param>
    /// <param name="state">Only keys in this state; null for any.</param>
    public static StoredKeys Read(CompletionRequest request, string? state)
    {
        // Of the local engine, what is gathered when the time is over is as good as the list goes. AWS answers as a whole, and perhaps later.
        var gathered = new StoredKeys();
        StoredKeys? answer = ProviderQuery.Run(
            request,
            $"{nameof(StoredKeys)} {state}",
            (connection, cancel) => (connection.Aws is null ? gathered : new StoredKeys()).ReadAsync(connection, state, cancel));
        gathered.Close();
        return answer ?? gathered;
    }

    /// <summary>The key that a user names by ARN, id, alias or alias ARN; null when it is not among them.</summary>
    public KeySummary? Find(string identifier)
    {
        string arn = KeyIdentifier.IsAlias(identifier)
            ? _aliases.Find(alias => identifier.EndsWith(alias.AliasName!, StringComparison.Ordinal))?.KeyArn ?? identifier
            : identifier;
        return _keys.Find(key => key.KeyArn == arn || KeyIdentifier.KeyId(key.KeyArn!) == arn);
    }

    private async Task<StoredKeys> ReadAsync(ProviderConnection connection, string? state, CancellationToken cancel)
    {
        var aliases = new ListAliasesRequest { MaxResults = PageSize };
        for (int page = 0; page < MostPages; page++)
        {
            ListAliasesResponse response = await connection.SendAsync(aliases, cancel).ConfigureAwait(false);
            Add(_aliases, response.Aliases!);
            aliases = aliases with { NextToken = response.NextToken };
            if (response.NextToken is null)
            {
                break;
            }
        }

        var keys = new ListKeysRequest { MaxResults = PageSize, KeyState = state };
        for (int page = 0; page < MostPages; page++)
        {
            ListKeysResponse response = await connection.SendAsync(keys, cancel).ConfigureAwait(false);
            Add(_keys, response.Keys!);
            keys = keys with { NextToken = response.NextToken };
            if (response.NextToken is null)
            {
                break;
            }
        }

        return this;
    }

    // What comes after the time is over must not change lists that are being read.
    private void Add<T>(List<T> list, IEnumerable<T> items)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                list.AddRange(items);
            }
        }
    }

    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }
    }
}

using PaymentCrypto.Api;
using PaymentCrypto.Values;

namespace PaymentCrypto.Completion;

/// <summary>
/// Offers the keys of the provider: by alias first, then by id, or by ARN once that is being typed. Only keys that the command can
/// do something with are offered.
/// </summary>
public sealed class KeyCompleter : PcCompleter
{
    private const string AliasPrefix = "alias/";

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        string? state = KeySuitability.StateFor(request);
        var stored = StoredKeys.Read(request, state);
        KeySummary[] keys = [.. stored.Keys.Where(key => KeySuitability.Suits(request, key))];
        Dictionary<string, KeySummary> byArn = keys.ToDictionary(static key => key.KeyArn!, StringComparer.Ordinal);

        // An alias whose key was not read in time is offered all the same.
        var unfit = stored.Keys.Select(static key => key.KeyArn!).Where(arn => !byArn.ContainsKey(arn)).ToHashSet(StringComparer.Ordinal);
        foreach (Alias alias in stored.Aliases.Where(alias => alias.KeyArn is not null && !unfit.Contains(alias.KeyArn)))
        {
            bool known = byArn.TryGetValue(alias.KeyArn!, out KeySummary? key);
            if (known || state is null)
            {
                yield return new CompletionValue(alias.AliasName!, known ? KeyText.Summary(key!) : alias.KeyArn!);
            }
        }

        bool asArn = request.Word.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
        foreach (KeySummary key in keys)
        {
            yield return new CompletionValue(asArn ? key.KeyArn! : KeyIdentifier.KeyId(key.KeyArn!), KeyText.Summary(key));
        }
    }

    private protected override bool Matches(CompletionValue value, string word) => value.Text.StartsWith(AliasPrefix, StringComparison.Ordinal)
        ? TypedWord.BeginsAlias(value.Text, word)
        : TypedWord.Begins(value.Text, word);
}

/// <summary>Offers the aliases of the provider, with what their keys are.</summary>
public sealed class KeyAliasCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        var stored = StoredKeys.Read(request, state: null);
        var keys = stored.Keys.ToDictionary(static key => key.KeyArn!, StringComparer.Ordinal);
        return from alias in stored.Aliases
               let toolTip = alias.KeyArn is null ? "no key" : keys.TryGetValue(alias.KeyArn, out KeySummary? key) ? KeyText.Summary(key) : alias.KeyArn
               select new CompletionValue(alias.AliasName!, toolTip);
    }

    private protected override bool Matches(CompletionValue value, string word) => TypedWord.BeginsAlias(value.Text, word);
}

/// <summary>Offers the check values of the provider's keys, with what the keys are.</summary>
public sealed class StoredCheckValueCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        var stored = StoredKeys.Read(request, state: null);
        return from key in stored.Keys
               where !string.IsNullOrEmpty(key.KeyCheckValue)
               let alias = stored.Aliases.FirstOrDefault(alias => alias.KeyArn == key.KeyArn)?.AliasName
               select new CompletionValue(key.KeyCheckValue!, $"{alias ?? KeyText.Id(key.KeyArn)}: {KeyText.Summary(key)}");
    }
}

/// <summary>Offers the tags that the key on the command line has, with their values.</summary>
public sealed class TagKeyCompleter : PcCompleter
{
    private const int MostTags = 100;

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        if (request.Text("KeyIdentifier") is not { } identifier)
        {
            return [];
        }

        string arn = StoredKeys.Read(request, state: null).Find(identifier)?.KeyArn ?? identifier;
        IReadOnlyList<Tag> tags = ProviderQuery.Run<IReadOnlyList<Tag>>(
            request,
            $"{nameof(ListTagsForResourceRequest)} {arn}",
            async (connection, cancel) => (await connection.SendAsync(new ListTagsForResourceRequest { ResourceArn = arn, MaxResults = MostTags },
                cancel).ConfigureAwait(false)).Tags!) ?? [];
        return tags.Select(static tag => new CompletionValue(tag.Key!, $"{tag.Key} = {tag.Value}"));
    }
}

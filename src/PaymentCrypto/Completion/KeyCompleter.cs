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
        StoredKeys stored = StoredKeys.Read(request, state);
        KeySummary[] keys = [.. stored.Keys.Where(key => KeySuitability.Suits(request, key))];
        var byArn = keys.ToDictionary(static key => key.KeyArn!, StringComparer.Ordinal);

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

using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the aliases of the provider, with what their keys are.</summary>
public sealed class KeyAliasCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        StoredKeys stored = StoredKeys.Read(request, state: null);
        var keys = stored.Keys.ToDictionary(static key => key.KeyArn!, StringComparer.Ordinal);
        return from alias in stored.Aliases
               let toolTip = alias.KeyArn is null ? "no key" : keys.TryGetValue(alias.KeyArn, out KeySummary? key) ? KeyText.Summary(key) : alias.KeyArn
               select new CompletionValue(alias.AliasName!, toolTip);
    }

    private protected override bool Matches(CompletionValue value, string word) => TypedWord.BeginsAlias(value.Text, word);
}
